import type { Decision } from '#event-sourcing/decider';
import { timesRefused } from '#homes/decide/decide';
import { homeRejected, type HomeRejection } from '#homes/home-rejection';
import type { Search } from '#homes/search/search';
import type { SearchCommand, SearchCommandName } from '#homes/search/search-commands';
import type { SearchEvent } from '#homes/search/search-events';

/** The rule of one command for a candidate. */
export type DecideSearch<N extends SearchCommandName> = (
  command: SearchCommand<N>,
  search: Search,
) => Decision<SearchEvent, HomeRejection>;

/** Decides on a fact whose times make sense and that keeps the order of what is recorded. */
export const inOrder =
  <N extends SearchCommandName>(decide: DecideSearch<N>): DecideSearch<N> =>
  (command, search) => {
    const badTimes = timesRefused(command);
    if (badTimes) return badTimes;
    const { occurredAt } = command;
    const { latest } = search;
    return latest !== undefined && occurredAt < latest
      ? homeRejected('occurred-before-known', { occurredAt, latest })
      : decide(command, search);
  };
