import { accepted, type Decider, type Decision } from '#event-sourcing/decider';
import { later } from '#event-sourcing/instant';
import { timesRefused } from '#homes/decide/decide';
import { homeRejected, type HomeRejection } from '#homes/home-rejection';
import { NO_SEARCH, type Search } from '#homes/search/search';
import type { SearchCommand } from '#homes/search/search-commands';
import { searchEvent, type SearchEvent } from '#homes/search/search-events';
import type { SearchFact } from '#homes/search/search-fact';

const without = (steps: ReadonlySet<string>, step: string) => new Set([...steps].filter((one) => one !== step));

function evolve(search: Search, fact: SearchFact): Search {
  const { occurredAt, recordedAt } = fact;
  const times = { latest: later(search.latest ?? occurredAt, occurredAt), recordedAt };
  switch (fact.type) {
    case 'StepTakenOn':
      return { ...search, ...times, takenOn: new Set(search.takenOn).add(fact.data.handoff) };
    case 'NoFitRecorded':
      return { ...search, ...times, withoutHome: new Set(search.withoutHome).add(fact.data.step) };
    case 'FittingHomeFound':
      return { ...search, ...times, withoutHome: without(search.withoutHome, fact.data.step) };
  }
}

function decide(command: SearchCommand, search: Search): Decision<SearchEvent, HomeRejection> {
  const { occurredAt } = command;
  const badTimes = timesRefused(command);
  if (badTimes) return badTimes;
  const { latest } = search;
  if (latest !== undefined && occurredAt < latest) return homeRejected('occurred-before-known', { occurredAt, latest });
  switch (command.do) {
    case 'take-on-step': {
      const { handoff, step } = command;
      if (search.takenOn.has(handoff)) return homeRejected('step-taken-on', { handoff });
      return accepted(searchEvent('StepTakenOn', { handoff, step }));
    }
    case 'record-no-fit': {
      const { step, until } = command;
      if (search.withoutHome.has(step)) return homeRejected('no-fit-recorded', { step });
      return accepted(searchEvent('NoFitRecorded', { step, ...(until !== undefined && { until }) }));
    }
    case 'note-fitting-home': {
      const { step, home } = command;
      if (!search.withoutHome.has(step)) return homeRejected('no-fit-not-recorded', { step });
      return accepted(searchEvent('FittingHomeFound', { step, home }));
    }
  }
}

/** The rules of the stream `search-<id of the casus>`. docs/explanation/domain.md, "Homes". */
export const searchDecider: Decider<SearchCommand, Search, SearchFact, SearchEvent, HomeRejection> = {
  initialState: NO_SEARCH,
  evolve,
  decide,
};
