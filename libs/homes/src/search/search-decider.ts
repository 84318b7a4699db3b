import type { Decider, Decision } from '#event-sourcing/decider';
import { later } from '#event-sourcing/instant';
import type { HomeRejection } from '#homes/home-rejection';
import { noteFittingHome } from '#homes/search/note-fitting-home';
import { recordNoFit } from '#homes/search/record-no-fit';
import { NO_SEARCH, type Search } from '#homes/search/search';
import type { SearchCommand } from '#homes/search/search-commands';
import type { SearchEvent } from '#homes/search/search-events';
import type { SearchFact } from '#homes/search/search-fact';
import { takeOnStep } from '#homes/search/take-on-step';

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
  switch (command.do) {
    case 'take-on-step':
      return takeOnStep(command, search);
    case 'record-no-fit':
      return recordNoFit(command, search);
    case 'note-fitting-home':
      return noteFittingHome(command, search);
  }
}

/** The rules of the stream `search-<id of the casus>`. docs/explanation/domain.md, "Homes". */
export const searchDecider: Decider<SearchCommand, Search, SearchFact, SearchEvent, HomeRejection> = {
  initialState: NO_SEARCH,
  evolve,
  decide,
};
