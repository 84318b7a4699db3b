import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { TermCalendar } from '#calendar/term-calendar';
import type { TermRule } from '#calendar/term-rule';
import type { AfterItem } from '#casus/commands';
import type { Category, RefusalReason, WaitingKind } from '#casus/vocabulary';

/** How the present owner got the step. A return needs to know; `handoff` also is the parent of the next offer. */
export type Acquisition =
  | { readonly by: 'plan' | 'takeover' | 'reassignment'; readonly at: Instant }
  | {
      readonly by: 'return';
      readonly at: Instant;
      readonly from: string;
      readonly to: string;
      readonly reason: RefusalReason;
    }
  | { readonly by: 'handoff'; readonly at: Instant; readonly handoff: string; readonly from: string };

/** The party waited for: `resident`, `external:<name>` or `supply:<name>`. */
export type WaitedFor = string;

export const partyWaitedFor = ({ kind, name }: { kind: WaitingKind; name?: string | undefined }): WaitedFor =>
  name === undefined || kind === 'resident' ? kind : `${kind}:${name}`;

/** The waiting that was last begun and not resumed. It runs before `endsAt`; after it the owner is to chase. */
export interface Waiting {
  readonly party: WaitedFor;
  readonly since: Instant;
  readonly until: LocalDate;
  readonly endsAt: Instant;
}

/** A term by a rule, with that rule and calendar as they were when it began, or as they were renewed since. */
export interface StepTerm {
  readonly rule: TermRule;
  readonly from: LocalDate;
  readonly calendar: TermCalendar;
}

/** A suspension of the term: from `from` to before `to`; without `to`, until it is resumed. */
export interface Suspension {
  readonly ground: string;
  /** The article of the ground. */
  readonly source: string;
  readonly party: WaitedFor;
  readonly firstDay: LocalDate;
  readonly until?: LocalDate | undefined;
  readonly from: Instant;
  readonly to?: Instant | undefined;
  readonly resumed: boolean;
}

/** A last day set on a ground of the law, when so many suspensions had begun. */
export interface TermExtension {
  readonly ground: string;
  readonly lastDay: LocalDate;
  readonly afterSuspensions: number;
}

/** What has become of the step itself; blocked, scheduled, waiting and open follow from more than this (step-state.ts). */
export type StepLife =
  | { readonly is: 'active' }
  | { readonly is: 'reported'; readonly at: Instant }
  | { readonly is: 'done'; readonly at: Instant }
  | { readonly is: 'cancelled'; readonly at: Instant };

/** A step (vervolgstap): one piece of work with exactly one owner. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly category: Category;
  readonly plannedAt: Instant;
  readonly owner: string;
  readonly acquired: Acquisition;
  /** Every acquisition of it, the present one last. */
  readonly acquisitions: readonly Acquisition[];
  /** Goes up with every change of owner: two stretches with the same owner are told apart by it. */
  readonly ownership: number;
  readonly claimedBy?: string | undefined;
  readonly claimedAt?: Instant | undefined;
  readonly after: readonly AfterItem[];
  readonly term?: StepTerm | undefined;
  readonly extensions: readonly TermExtension[];
  readonly suspensions: readonly Suspension[];
  readonly target?: LocalDate | undefined;
  readonly notBefore?: { readonly day: LocalDate; readonly startsAt: Instant } | undefined;
  readonly product?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly rhythm: number;
  readonly harm?: { readonly what: string; readonly dates: readonly LocalDate[] } | undefined;
  readonly life: StepLife;
  /** When it was last opened again after it was done. */
  readonly reopenedAt?: Instant | undefined;
  readonly waiting?: Waiting | undefined;
  /** The last offer, until it is refused or the step changes owner or ends. */
  readonly lastOffer?: string | undefined;
  /** When the owner last started or reported it: an offer that had expired by then needs no rerouting. */
  readonly takenUpAt?: Instant | undefined;
  /** Set by a decline, a withdrawal or a return; cleared by what the domain calls rerouting ("On the move", row 10). */
  readonly rerouting: boolean;
}

/** The suspension that holds at this instant, if any. */
export const suspensionAt = (step: Step, at: Instant): Suspension | undefined =>
  step.suspensions.find(({ from, to }) => from <= at && (to === undefined || at < to));

/** Of the suspensions the last by its days, whichever was recorded last: the one that can be resumed. */
export const lastSuspension = ({ suspensions }: Pick<Step, 'suspensions'>): Suspension | undefined =>
  suspensions.reduce<Suspension | undefined>(
    (last, one) => (last === undefined || one.firstDay > last.firstDay ? one : last),
    undefined,
  );

/** The waiting that holds at this instant, if any. */
export const waitingAt = (step: Step, at: Instant): Waiting | undefined =>
  step.waiting && at < step.waiting.endsAt ? step.waiting : undefined;

/** Done or cancelled. */
export const hasEnded = (step: Step): boolean => step.life.is === 'done' || step.life.is === 'cancelled';
