import type { LocalDate } from '#calendar/local-date';

export const TERM_NATURES = ['statutory', 'derived', 'norm', 'agreement'] as const;

/**
 * Where a term comes from: an Act, an Act applied by reasoning, a norm of a sector, or an agreement between partners.
 * Only the first two bind a public body whatever happens, and only they are extended over weekends and holidays.
 */
export type TermNature = (typeof TERM_NATURES)[number];

export const BOUND = [
  'municipality',
  'public-body',
  'controller',
  'ciz',
  'care-provider',
  'resident',
  'anyone',
] as const;

/** Whom a rule binds. `resident`: a right that warns and then lapses, never a stall. */
export type Bound = (typeof BOUND)[number];

export const TERM_UNITS = ['days', 'weeks', 'months', 'working-days'] as const;

/** A stretch of time in the units in which the law counts. */
export interface TermLength {
  readonly amount: number;
  readonly unit: (typeof TERM_UNITS)[number];
}

/** What a public body forfeits for each day that it is late (Awb 4:17 lid 2). */
export interface Penalty {
  readonly scale: readonly { readonly days: number; readonly eurosPerDay: number }[];
  readonly mostEuros: number;
}

/**
 * One edition of a rule by which the last day of a term follows from its first day. Day 1 is always the day after `from`.
 * Plain data: an event keeps it whole, so that a running term needs no list of rules.
 */
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
  /** The first day of its validity. Without it an Act's rule holds from its version on, another from the beginning. */
  readonly validFrom?: LocalDate;
  /** The last day of its validity, where a newer edition or nothing followed. */
  readonly validUntil?: LocalDate;
  /** `earliest`: nothing may happen before it has passed; it never warns and is never exceeded. */
  readonly kind?: 'earliest';
  /** The rule whose last day, extended over weekends and holidays, is the day from which this one counts. */
  readonly startsAtEndOf?: TermRule;
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

/** Whether the law itself sets the term, so that it runs whatever the state of its step. */
export const isStatutory = ({ nature }: Pick<TermRule, 'nature'>): boolean =>
  nature === 'statutory' || nature === 'derived';

type Validity = Pick<TermRule, 'nature' | 'validFrom' | 'validUntil' | 'version'>;

/** The first day on which a term may begin by a rule; undefined where that is any day: norms and agreements need no Act. */
export const inForceFrom = (rule: Validity): LocalDate | undefined =>
  rule.validFrom ?? (isStatutory(rule) ? rule.version : undefined);

/** Whether a term may run by this rule from `day` on. */
export const inForceOn = (rule: Validity, day: LocalDate): boolean =>
  day >= (inForceFrom(rule) ?? day) && day <= (rule.validUntil ?? day);
