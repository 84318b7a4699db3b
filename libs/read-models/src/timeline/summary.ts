import type { CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';

type Sentence<T extends CasusEventType> = (data: Fact<T>['data']) => string;

const told = (data: { toldBy?: unknown }): string => (data.toldBy === undefined ? '' : ', as told');

/** What each event says in a few words: references, partners, codes and dates; never a name or a free text. */
const SENTENCES: { readonly [T in CasusEventType]: Sentence<T> } = {
  CasusOpened: (e) => `casus ${e.reference} opened, director ${e.director.partner}`,
  CasusClosed: (e) => `casus closed: ${e.outcome}`,
  CasusReopened: () => 'casus reopened',
  DirectorAppointed: (e) => `${e.partner} appointed director`,
  ResidentAdded: (e) => `${e.role} added`,
  ResidentEnded: () => 'a resident is no longer part of it',
  BasisRecorded: (e) => `basis for ${e.partner}: ${e.basis} (${e.categories.join(', ')})`,
  BasisWithdrawn: (e) => `basis for ${e.partner} withdrawn (${e.categories.join(', ')})`,
  PartnerLeft: (e) => `${e.partner} left`,
  DecisionRecorded: (e) => `decision by ${e.decidedBy}: ${e.outcome}${e.step === undefined ? '' : ` (${e.step})`}`,
  MeetingRecorded: (e) => `meeting of ${e.present.length}${e.steps.length === 0 ? '' : ` about ${e.steps.join(', ')}`}`,
  NoteAdded: (e) => `note${e.step === undefined ? '' : ` on ${e.step}`}`,
  HousingNeedDescribed: (e) => `housing need described, from ${e.from}`,
  StallCauseNamed: (e) => `cause of ${e.stall.pattern} of ${e.stall.about}: ${e.cause}`,
  StepPlanned: (e) => `${e.step} planned, owner ${e.owner}`,
  StepReplanned: (e) => `${e.step} replanned`,
  StepClaimed: (e) => `${e.step} claimed`,
  StepReleased: (e) => `${e.step} released`,
  StepStarted: (e) => `${e.step} started`,
  ProgressNoted: (e) => `progress on ${e.step}`,
  WaitingStarted: (e) => `${e.step} waits for ${e.waitingFor.kind}, until ${e.until}`,
  WaitingResumed: (e) => `${e.step} resumed`,
  TermSuspended: (e) => `term of ${e.step} suspended from ${e.firstDay}: ${e.ground}`,
  TermResumed: (e) => `term of ${e.step} suspended up to ${e.lastDay}`,
  TermExtended: (e) => `term of ${e.step} extended to ${e.lastDay}: ${e.ground}`,
  TermRuleRenewed: (e) => `term of ${e.step} goes on by ${e.rule.code} of ${e.rule.version}`,
  StepReported: (e) => `${e.step} reported done, ${e.confirmedBy} to confirm`,
  StepCompleted: (e) => `${e.step} done`,
  CompletionConfirmed: (e) => `${e.step} confirmed done`,
  CompletionRejected: (e) => `${e.step} not confirmed`,
  StepCancelled: (e) => `${e.step} cancelled`,
  StepReturned: (e) => `${e.step} returned by ${e.from} to ${e.to}: ${e.reason}`,
  StepReassigned: (e) => `${e.step} reassigned from ${e.from} to ${e.to}`,
  StepReopened: (e) => `${e.step} reopened`,
  HandoffOffered: (e) => `${e.handoff}: ${e.step} offered by ${e.from} to ${e.to} (${e.kind})`,
  HandoffSeen: (e) => `${e.handoff} seen${told(e)}`,
  HandoffAccepted: (e) => `${e.handoff} accepted${told(e)}: ${e.step} from ${e.from} to ${e.to}`,
  HandoffDeclined: (e) => `${e.handoff} declined by ${e.to}${told(e)}: ${e.reason}`,
  HandoffWithdrawn: (e) => `${e.handoff} withdrawn`,
  TakeoverRequested: (e) => `${e.takeover}: ${e.step} requested by ${e.by}`,
  TakeoverGranted: (e) => `${e.takeover} granted: ${e.step} from ${e.from} to ${e.to}`,
  TakeoverRefused: (e) => `${e.takeover} refused`,
  TakeoverWithdrawn: (e) => `${e.takeover} withdrawn`,
  AskOpened: (e) => `${e.ask}: ${e.from} asks ${e.to} about ${e.handoff ?? e.step}`,
  AskAnswered: (e) => `${e.ask} answered${told(e)}`,
  AskDeclined: (e) => `${e.ask} declined${told(e)}: ${e.reason}`,
  AskWithdrawn: (e) => `${e.ask} withdrawn`,
  PromiseMade: (e) => `${e.promise}: promised by ${e.promisedBy} to ${e.to}, due ${e.due}${told(e)}`,
  PromiseConfirmed: (e) => `${e.promise} confirmed`,
  PromiseKept: (e) => `${e.promise} kept${told(e)}`,
  PromiseRenegotiated: (e) => `${e.promise} due ${e.due} instead${told(e)}`,
  PromiseReleased: (e) => `${e.promise} released`,
};

/** An event in a few words without personal data. */
export function summaryOf(fact: Fact): string {
  // The table pairs every type with the sentence for that very type; the compiler cannot follow the pairing.
  const sentence = SENTENCES[fact.type] as Sentence<CasusEventType>;
  return sentence(fact.data);
}
