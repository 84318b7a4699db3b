import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate } from '#homes/home';

/** Of which the rent that is suitable depends; never an amount. */
export const INCOME_CLASSES = ['low', 'middle', 'high'] as const;
export type IncomeClass = (typeof INCOME_CLASSES)[number];

/** The home that somebody seeks, as the casus describes it. Nothing of it says why. */
export interface HousingProfile {
  readonly rooms: number;
  readonly stepFree: boolean;
  readonly lift: boolean;
  /** Any when there are none. */
  readonly neighbourhoods: readonly string[];
  readonly incomeClass: IncomeClass;
  /** From when the household can move. */
  readonly from: LocalDate;
  /** Support that goes with the home; left out when none is needed. */
  readonly support?: { readonly arranged: boolean; readonly from?: LocalDate | undefined } | undefined;
}

/** Somebody who is ready for a home. */
export interface Seeker {
  readonly candidate: Candidate;
  readonly profile: HousingProfile;
  /** Whether the municipality granted urgency. */
  readonly priority: boolean;
  /** Since when the housing step could be done. */
  readonly waitingSince: Instant;
}
