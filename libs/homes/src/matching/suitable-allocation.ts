import type { IncomeClass } from '#homes/matching/housing-profile';

/**
 * Which rents are suitable for which incomes (passend toewijzen, Woningwet art. 46 lid 2), and how long a home may stand
 * empty for a candidate. The amounts change each year: they are set by the corporation, with their year and source.
 */
export interface SuitableAllocation {
  readonly year: number;
  readonly source: string;
  /** Amounts to try things out with: they come from no publication. */
  readonly sample: boolean;
  /** The highest rent in whole cents a month; null: no limit. */
  readonly highestRentCents: Readonly<Record<IncomeClass, number | null>>;
  readonly longestVacancyDays: number;
}

/** What holds until a corporation sets its own. */
export const SAMPLE_ALLOCATION: SuitableAllocation = {
  year: 2026,
  source: 'sample amounts, from no publication: set your own',
  sample: true,
  highestRentCents: { low: 70_000, middle: 95_000, high: null },
  longestVacancyDays: 60,
};
