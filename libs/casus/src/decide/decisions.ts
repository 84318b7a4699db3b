import type { Casus } from '#casus/casus';
import type { Command, CommandName } from '#casus/commands';
import { acceptHandoff } from '#casus/decide/accept-handoff';
import { addNote } from '#casus/decide/add-note';
import { addResident } from '#casus/decide/add-resident';
import { answerAsk } from '#casus/decide/answer-ask';
import { appointDirector } from '#casus/decide/appoint-director';
import { ask } from '#casus/decide/ask';
import { cancelStep } from '#casus/decide/cancel-step';
import { claimStep } from '#casus/decide/claim-step';
import { closeCasus } from '#casus/decide/close-casus';
import { completeStep } from '#casus/decide/complete-step';
import { confirmCompletion } from '#casus/decide/confirm-completion';
import { confirmPromise } from '#casus/decide/confirm-promise';
import type { CasusDecision, Decide } from '#casus/decide/decide';
import { declineAsk } from '#casus/decide/decline-ask';
import { declineHandoff } from '#casus/decide/decline-handoff';
import { describeHousingNeed } from '#casus/decide/describe-housing-need';
import { endResident } from '#casus/decide/end-resident';
import { extendTerm } from '#casus/decide/extend-term';
import { grantTakeover } from '#casus/decide/grant-takeover';
import { keepPromise } from '#casus/decide/keep-promise';
import { leaveCasus } from '#casus/decide/leave-casus';
import { makePromise } from '#casus/decide/make-promise';
import { nameStallCause } from '#casus/decide/name-stall-cause';
import { noteProgress } from '#casus/decide/note-progress';
import { offerHandoff } from '#casus/decide/offer-handoff';
import { planStep } from '#casus/decide/plan-step';
import { reassignStep } from '#casus/decide/reassign-step';
import { recordBasis } from '#casus/decide/record-basis';
import { recordDecision } from '#casus/decide/record-decision';
import { recordMeeting } from '#casus/decide/record-meeting';
import { refuseTakeover } from '#casus/decide/refuse-takeover';
import { rejectCompletion } from '#casus/decide/reject-completion';
import { releasePromise } from '#casus/decide/release-promise';
import { releaseStep } from '#casus/decide/release-step';
import { renegotiatePromise } from '#casus/decide/renegotiate-promise';
import { renewTermRule } from '#casus/decide/renew-term-rule';
import { reopenCasus } from '#casus/decide/reopen-casus';
import { reopenStep } from '#casus/decide/reopen-step';
import { replanStep } from '#casus/decide/replan-step';
import { requestTakeover } from '#casus/decide/request-takeover';
import { resumeTerm } from '#casus/decide/resume-term';
import { resume } from '#casus/decide/resume';
import { returnStep } from '#casus/decide/return-step';
import { seeHandoff } from '#casus/decide/see-handoff';
import { startStep } from '#casus/decide/start-step';
import type { Background } from '#casus/decide/surroundings';
import { suspendTerm } from '#casus/decide/suspend-term';
import { waitFor } from '#casus/decide/wait-for';
import { withdrawAsk } from '#casus/decide/withdraw-ask';
import { withdrawBasis } from '#casus/decide/withdraw-basis';
import { withdrawHandoff } from '#casus/decide/withdraw-handoff';
import { withdrawTakeover } from '#casus/decide/withdraw-takeover';

/** Every command on a casus that exists, except its opening. */
export type LaterCommandName = Exclude<CommandName, 'open-casus'>;

/** The table of decisions: one line per command. */
const DECISIONS: { readonly [N in LaterCommandName]: Decide<N> } = {
  'close-casus': closeCasus,
  'reopen-casus': reopenCasus,
  'appoint-director': appointDirector,
  'add-resident': addResident,
  'end-resident': endResident,
  'record-basis': recordBasis,
  'withdraw-basis': withdrawBasis,
  'leave-casus': leaveCasus,
  'record-decision': recordDecision,
  'record-meeting': recordMeeting,
  'add-note': addNote,
  'describe-housing-need': describeHousingNeed,
  'plan-step': planStep,
  'replan-step': replanStep,
  'claim-step': claimStep,
  'release-step': releaseStep,
  'start-step': startStep,
  'note-progress': noteProgress,
  'wait-for': waitFor,
  resume,
  'suspend-term': suspendTerm,
  'resume-term': resumeTerm,
  'extend-term': extendTerm,
  'renew-term-rule': renewTermRule,
  'complete-step': completeStep,
  'confirm-completion': confirmCompletion,
  'reject-completion': rejectCompletion,
  'cancel-step': cancelStep,
  'return-step': returnStep,
  'reassign-step': reassignStep,
  'reopen-step': reopenStep,
  'offer-handoff': offerHandoff,
  'see-handoff': seeHandoff,
  'accept-handoff': acceptHandoff,
  'decline-handoff': declineHandoff,
  'withdraw-handoff': withdrawHandoff,
  'request-takeover': requestTakeover,
  'grant-takeover': grantTakeover,
  'refuse-takeover': refuseTakeover,
  'withdraw-takeover': withdrawTakeover,
  ask,
  'answer-ask': answerAsk,
  'decline-ask': declineAsk,
  'withdraw-ask': withdrawAsk,
  'make-promise': makePromise,
  'confirm-promise': confirmPromise,
  'keep-promise': keepPromise,
  'renegotiate-promise': renegotiatePromise,
  'release-promise': releasePromise,
  'name-stall-cause': nameStallCause,
};

/** Takes the decision on one command. */
export const decisionOn = (
  command: Command<LaterCommandName>,
  casus: Casus,
  known: Casus,
  background: Background,
): CasusDecision =>
  // The table pairs every name with the decision on that very command; the compiler cannot follow the pairing.
  (DECISIONS[command.do] as Decide<LaterCommandName>)(command, casus, known, background);
