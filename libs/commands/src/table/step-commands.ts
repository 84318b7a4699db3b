import { EmptyBody, ReasonBody } from '#commands/body/command-body';
import {
  ClaimStepBody,
  ExtendTermBody,
  NoteProgressBody,
  PlanStepBody,
  ReassignStepBody,
  RefusalBody,
  ReplanStepBody,
  ResumeTermBody,
  SuspendTermBody,
  WaitForBody,
} from '#commands/body/step-bodies';
import { casusLine as line, warning } from '#commands/table/command-line';

const S = 'casus/{casus}/steps/{step}' as const;

export const stepCommands = [
  warning(line('plan-step', 'casus/{casus}/steps', PlanStepBody, 'Plans a step', 'step')),
  warning(
    line(
      'replan-step',
      `${S}/replan`,
      ReplanStepBody,
      'Changes the title, the order, the target or the start of a step',
    ),
  ),
  line('claim-step', `${S}/claim`, ClaimStepBody, 'Claims a step for a person of its owner'),
  line('release-step', `${S}/release`, EmptyBody, 'Lets go of a claimed step'),
  line('start-step', `${S}/start`, EmptyBody, 'Starts work on a step'),
  line('note-progress', `${S}/progress`, NoteProgressBody, 'Notes progress on a step'),
  line('wait-for', `${S}/wait-for`, WaitForBody, 'Waits for a resident, an external party or supply'),
  line('resume', `${S}/resume`, EmptyBody, 'Ends a waiting'),
  line('suspend-term', `${S}/term/suspend`, SuspendTermBody, 'Suspends the term of a step'),
  line('resume-term', `${S}/term/resume`, ResumeTermBody, 'Ends the suspension of a term'),
  line('extend-term', `${S}/term/extend`, ExtendTermBody, 'Extends the term of a step'),
  line(
    'renew-term-rule',
    `${S}/term/renew-rule`,
    ReasonBody,
    'Applies the newest edition of its rule and calendar to the term of a step',
  ),
  line('complete-step', `${S}/complete`, EmptyBody, 'Reports a step done'),
  line('confirm-completion', `${S}/confirm-completion`, EmptyBody, 'Confirms that a step is done'),
  line('reject-completion', `${S}/reject-completion`, ReasonBody, 'Denies that a step is done'),
  line('cancel-step', `${S}/cancel`, ReasonBody, 'Cancels a step'),
  line('reopen-step', `${S}/reopen`, ReasonBody, 'Opens a done step again'),
  line('return-step', `${S}/return`, RefusalBody, 'Gives a step back to whom it came from'),
  line('reassign-step', `${S}/reassign`, ReassignStepBody, 'Gives a step to another owner, as director'),
] as const;
