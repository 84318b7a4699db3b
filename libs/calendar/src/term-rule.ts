import { localDate, type LocalDate } from '#calendar/local-date';

/**
 * Where a term comes from: an Act, an Act applied by reasoning, a norm of a sector, or an agreement between partners.
 * Only the first two bind a public body whatever happens, and only they are extended over weekends and holidays.
 */
export type TermNature = 'statutory' | 'derived' | 'norm' | 'agreement';

/** Whom a rule binds. `resident`: a right that warns and then lapses, never a stall. */
export type Bound = 'municipality' | 'public-body' | 'controller' | 'ciz' | 'care-provider' | 'resident' | 'anyone';

/** A stretch of time in the units in which the law counts. */
export interface TermLength {
  readonly amount: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'working-days';
}

/** What a public body forfeits for each day that it is late (Awb 4:17 lid 2). */
export interface Penalty {
  readonly scale: readonly { readonly days: number; readonly eurosPerDay: number }[];
  readonly mostEuros: number;
}

/** A rule by which the last day of a term follows from its first day. Day 1 is always the day after `from`. */
export interface TermRule {
  readonly code: string;
  readonly nature: TermNature;
  /** `without-delay`: the law names no length, so there is no last day. */
  readonly length: TermLength | 'without-delay';
  readonly binds: Bound;
  /** The article, or whose norm it is. */
  readonly source: string;
  /** The date of the consolidated text that was read; of a norm or agreement, the day on which it was written down. */
  readonly version: LocalDate;
  /** From when an Act's rule holds, where that is known to be earlier than its version. */
  readonly validFrom?: LocalDate;
  /** `earliest`: nothing may happen before it has passed; it never warns and is never exceeded. */
  readonly kind?: 'earliest';
  /** The rule whose last day, extended over weekends and holidays, is the day from which this one counts. */
  readonly startsAtEndOf?: string;
  /** Whether a ground of Awb 4:15 may suspend it. */
  readonly suspendable?: true;
  /** By how much it may be adjourned at most. */
  readonly adjournAtMost?: TermLength;
  /** Warn from this long after the first day, instead of the usual moment. */
  readonly warnAfter?: TermLength;
  readonly penalty?: Penalty;
  /** What the lapse of the term gives the resident, as the screens say it. */
  readonly onLapse?: string;
}

/** The date of the texts that were read for most of the rules. */
export const READ_IN_JULY_2026 = localDate('2026-07-01');

export const days = (amount: number): TermLength => ({ amount, unit: 'days' });
export const weeks = (amount: number): TermLength => ({ amount, unit: 'weeks' });
export const months = (amount: number): TermLength => ({ amount, unit: 'months' });
export const workingDays = (amount: number): TermLength => ({ amount, unit: 'working-days' });
