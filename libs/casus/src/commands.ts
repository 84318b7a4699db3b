import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { PartnerKind } from '#partners/partner-kind';
import type {
  BasisKind,
  Category,
  ClosingOutcome,
  DecisionOutcome,
  HandoffKind,
  RefusalReason,
  ResidentRole,
  StallPattern,
  WaitingKind,
} from '#casus/vocabulary';

/** Who commands: a partner, of which kind the partner directory says, perhaps one person of it. */
export interface CommandActor {
  readonly partner: string;
  readonly kind: PartnerKind;
  readonly person?: string | undefined;
}

/** What comes in with every command from outside: the decision reads no clock and draws no id. */
export interface CommandContext {
  readonly actor: CommandActor;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** When it is typed in. */
  readonly recordedAt: Instant;
}

export interface ToldBy {
  readonly name: string;
  readonly channel: string;
}
interface MaybeTold {
  readonly toldBy?: ToldBy | undefined;
}
interface MaybeOverride {
  readonly override?: { readonly reason: string } | undefined;
}
export interface Agreed {
  readonly how: 'meeting' | 'phone';
  readonly on?: LocalDate | undefined;
  readonly with?: string | undefined;
}
export interface AfterItem {
  readonly step: string;
  readonly outcome?: DecisionOutcome | undefined;
}
export interface WaitingFor {
  readonly kind: WaitingKind;
  readonly name?: string | undefined;
}
export interface ResidentInput {
  readonly ref: string;
  readonly id: string;
  readonly role: ResidentRole;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthYear?: number | undefined;
}
interface OfStep {
  readonly step: string;
}
interface OfHandoff {
  readonly handoff: string;
}
interface OfTakeover {
  readonly takeover: string;
}
interface OfAsk {
  readonly ask: string;
}
interface OfPromise {
  readonly promise: string;
}
interface WithReason {
  readonly reason: string;
}
interface Refusal {
  readonly reason: RefusalReason;
  readonly note?: string | undefined;
}
/** A handoff, ask … that is new: its reference may be given, else the decision assigns the next one. */
interface NewStep {
  readonly step?: string | undefined;
}

/** The fields of every command of docs/explanation/domain.md, "Commands". Texts are already within their limits. */
export interface CommandFields {
  'open-casus': {
    readonly reference: string;
    readonly title: string;
    readonly goal: string;
    readonly situation: string;
    readonly residents: readonly ResidentInput[];
    readonly director?: { readonly partner: string; readonly person?: string | undefined } | undefined;
    readonly referredBy?: string | undefined;
    readonly attentionGroup?: string | undefined;
    readonly neighbourhood?: string | undefined;
  };
  'close-casus': { readonly outcome: ClosingOutcome; readonly reason: string };
  'reopen-casus': WithReason;
  'appoint-director': { readonly partner: string; readonly person?: string | undefined };
  'add-resident': ResidentInput;
  'end-resident': WithReason & { readonly ref: string };
  'record-basis': {
    readonly partner: string;
    readonly basis: BasisKind;
    readonly persons: readonly string[];
    readonly givenBy?: string | undefined;
    readonly article?: string | undefined;
    readonly purpose: string;
    readonly categories: readonly Category[];
    readonly validUntil?: LocalDate | undefined;
  };
  'withdraw-basis': {
    readonly partner: string;
    readonly categories: readonly Category[];
    readonly persons?: readonly string[] | undefined;
  };
  'leave-casus': WithReason;
  'record-decision': {
    readonly product: string;
    readonly decidedBy: string;
    readonly outcome: DecisionOutcome;
    readonly ground: string;
    readonly step?: string | undefined;
  };
  'record-meeting': {
    readonly present: readonly string[];
    readonly agreed: string;
    readonly steps?: readonly string[] | undefined;
  };
  'add-note': { readonly text: string; readonly audience: string; readonly step?: string | undefined };
  'describe-housing-need': {
    readonly rooms: number;
    readonly stepFree: boolean;
    readonly lift: boolean;
    readonly neighbourhoods: readonly string[];
    readonly incomeClass: 'low' | 'middle' | 'high';
    readonly from: LocalDate;
    readonly support?: { readonly arranged: boolean; readonly from?: LocalDate | undefined } | undefined;
  };
  'plan-step': NewStep &
    MaybeOverride & {
      readonly title: string;
      readonly category: Category;
      readonly owner: string;
      readonly agreed?: Agreed | undefined;
      readonly after?: readonly AfterItem[] | undefined;
      readonly term?: { readonly rule: string; readonly from: LocalDate } | undefined;
      readonly target?: LocalDate | undefined;
      readonly notBefore?: LocalDate | undefined;
      readonly product?: string | undefined;
      readonly confirmedBy?: string | undefined;
      readonly rhythm?: number | undefined;
      readonly harm?: { readonly what: string; readonly dates: readonly LocalDate[] } | undefined;
      readonly financing?: string | undefined;
      readonly legalBasis?: string | undefined;
    };
  /** Null: the step has no target, or no day before which nobody can act, any more. */
  'replan-step': OfStep & {
    readonly title?: string | undefined;
    readonly after?: readonly AfterItem[] | undefined;
    readonly target?: LocalDate | null | undefined;
    readonly notBefore?: LocalDate | null | undefined;
    readonly reason?: string | undefined;
  };
  'claim-step': OfStep & { readonly person: string };
  'release-step': OfStep;
  'start-step': OfStep;
  'note-progress': OfStep & { readonly text: string };
  'wait-for': OfStep & WithReason & { readonly waitingFor: WaitingFor; readonly until?: LocalDate | undefined };
  resume: OfStep;
  'suspend-term': OfStep & {
    readonly ground: string;
    readonly waitingFor: WaitingFor;
    readonly firstDay: LocalDate;
    readonly until?: LocalDate | undefined;
  };
  'resume-term': OfStep & { readonly lastDay: LocalDate };
  'extend-term': OfStep & {
    readonly ground: string;
    readonly lastDay: LocalDate;
    readonly reason?: string | undefined;
  };
  'renew-term-rule': OfStep & WithReason;
  'complete-step': OfStep;
  'confirm-completion': OfStep;
  'reject-completion': OfStep & WithReason;
  'cancel-step': OfStep & WithReason;
  'reopen-step': OfStep & WithReason;
  'return-step': OfStep & Refusal;
  'reassign-step': OfStep & WithReason & MaybeOverride & { readonly to: string; readonly agreed: Agreed };
  'offer-handoff': OfStep &
    MaybeOverride & {
      readonly handoff?: string | undefined;
      readonly to: string;
      readonly kind: HandoffKind;
      readonly answerBy?: LocalDate | undefined;
      readonly expiresOn?: LocalDate | undefined;
      readonly previous?: string | undefined;
    };
  'see-handoff': OfHandoff & MaybeTold;
  'accept-handoff': OfHandoff & MaybeTold & MaybeOverride;
  'decline-handoff': OfHandoff & Refusal & MaybeTold & { readonly rightDesk?: string | undefined };
  'withdraw-handoff': OfHandoff;
  'request-takeover': OfStep & MaybeOverride & { readonly takeover?: string | undefined };
  'grant-takeover': OfTakeover & MaybeOverride;
  'refuse-takeover': OfTakeover & WithReason;
  'withdraw-takeover': OfTakeover;
  ask: MaybeOverride &
    MaybeTold & {
      readonly ask?: string | undefined;
      readonly step?: string | undefined;
      readonly handoff?: string | undefined;
      readonly to?: string | undefined;
      readonly what: string;
      readonly answerBy?: LocalDate | undefined;
    };
  'answer-ask': OfAsk & MaybeTold & { readonly answer: string };
  'decline-ask': OfAsk & Refusal & MaybeTold;
  'withdraw-ask': OfAsk;
  'make-promise': MaybeTold & {
    readonly promise?: string | undefined;
    readonly promisedBy: string;
    readonly to: string;
    readonly what: string;
    readonly due: LocalDate;
  };
  'confirm-promise': OfPromise;
  'keep-promise': OfPromise & MaybeTold;
  'renegotiate-promise': OfPromise & MaybeTold & { readonly due: LocalDate; readonly reason?: string | undefined };
  'release-promise': OfPromise;
  'name-stall-cause': {
    readonly stall: { readonly pattern: StallPattern; readonly about: string };
    readonly cause: string;
    readonly note?: string | undefined;
  };
}

export type CommandName = keyof CommandFields;

/** A command of the given name(s); by default any. `do` says which. */
export type Command<N extends CommandName = CommandName> = {
  [K in N]: CommandContext & CommandFields[K] & { readonly do: K };
}[N];
