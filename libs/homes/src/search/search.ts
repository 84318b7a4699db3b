import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';

/** That no home fits, as it was last recorded. */
export interface NoFit {
  /** The last day on which supply is waited for. */
  readonly until: LocalDate;
  readonly since: Instant;
}

/** A command that the casus refused: because of which event of the own log, what it was about, with which code. */
export interface Refusal {
  readonly event: string;
  readonly command: string;
  readonly about: string;
  readonly code: string;
  readonly at: Instant;
}

/** What a housing corporation did for one casus, besides with its homes. */
export interface Search {
  /** Offered steps that it took on, by the reference of the offer. */
  readonly takenOn: ReadonlySet<string>;
  /** Steps for which no home fits, as it last recorded. */
  readonly withoutHome: ReadonlyMap<string, NoFit>;
  /** What the casus did not take, in the order in which it was heard. */
  readonly refusals: readonly Refusal[];
  readonly latest: Instant | undefined;
  readonly recordedAt: Instant | undefined;
}

export const NO_SEARCH: Search = {
  takenOn: new Set(),
  withoutHome: new Map(),
  refusals: [],
  latest: undefined,
  recordedAt: undefined,
};
