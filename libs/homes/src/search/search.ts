import type { Instant } from '#event-sourcing/instant';

/** What a housing corporation did for one casus, besides with its homes. */
export interface Search {
  /** Offered steps that it took on, by the reference of the offer. */
  readonly takenOn: ReadonlySet<string>;
  /** Steps for which no home fits, as it last recorded. */
  readonly withoutHome: ReadonlySet<string>;
  readonly latest: Instant | undefined;
  readonly recordedAt: Instant | undefined;
}

export const NO_SEARCH: Search = {
  takenOn: new Set(),
  withoutHome: new Set(),
  latest: undefined,
  recordedAt: undefined,
};
