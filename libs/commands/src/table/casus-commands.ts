import {
  NameStallCauseBody,
  RecordBasisBody,
  RecordDecisionBody,
  WithdrawBasisBody,
} from '#commands/body/basis-bodies';
import {
  AddNoteBody,
  AddResidentBody,
  AppointDirectorBody,
  CloseCasusBody,
  DescribeHousingNeedBody,
  OpenCasusBody,
  RecordMeetingBody,
} from '#commands/body/casus-bodies';
import { ReasonBody } from '#commands/body/command-body';
import { casusLine as line } from '#commands/table/command-line';

const C = 'casus/{casus}' as const;

export const casusCommands = [
  line('open-casus', 'casus', OpenCasusBody, 'Opens a casus', 'reference'),
  line('close-casus', `${C}/close`, CloseCasusBody, 'Closes the casus, when no work is left'),
  line('reopen-casus', `${C}/reopen`, ReasonBody, 'Opens a closed casus again'),
  line('appoint-director', `${C}/director`, AppointDirectorBody, 'Appoints the casus director'),
  line('add-resident', `${C}/residents`, AddResidentBody, 'Adds a resident or informal carer', 'ref'),
  line('end-resident', `${C}/residents/{ref}/end`, ReasonBody, 'Notes that a person is no longer in the casus'),
  line('record-basis', `${C}/bases`, RecordBasisBody, 'Records why a partner may know', 'partner'),
  line('withdraw-basis', `${C}/bases/withdraw`, WithdrawBasisBody, 'Withdraws a basis of a partner'),
  line('leave-casus', `${C}/leave`, ReasonBody, 'Leaves the casus, when no work is left for the partner'),
  line('record-decision', `${C}/decisions`, RecordDecisionBody, 'Records what was decided on a product', 'product'),
  line('record-meeting', `${C}/meetings`, RecordMeetingBody, 'Records who met and what was agreed'),
  line('add-note', `${C}/notes`, AddNoteBody, 'Adds a note'),
  line('describe-housing-need', `${C}/housing-need`, DescribeHousingNeedBody, 'Describes the home that is needed'),
  line('name-stall-cause', `${C}/stall-causes`, NameStallCauseBody, 'Names the cause of a stall'),
] as const;
