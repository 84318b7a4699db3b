import type { Decider, Decision } from '#event-sourcing/decider';
import { later } from '#event-sourcing/instant';
import type { HomeRejection } from '#homes/home-rejection';
import { lastDayOfWaiting } from '#homes/search/last-day';
import { noteFittingHome } from '#homes/search/note-fitting-home';
import { noteRefusal } from '#homes/search/note-refusal';
import { recordNoFit } from '#homes/search/record-no-fit';
import { NO_SEARCH, type Search } from '#homes/search/search';
import type { SearchCommand } from '#homes/search/search-commands';
import type { SearchEvent } from '#homes/search/search-events';
import type { SearchFact } from '#homes/search/search-fact';
import { takeOnStep } from '#homes/search/take-on-step';

function withNoFit(
  withoutHome: Search['withoutHome'],
  { data: { step, until }, occurredAt: since }: SearchFact<'NoFitRecorded'>,
): Search['withoutHome'] {
  return new Map(withoutHome).set(step, { until: lastDayOfWaiting(until, since), since });
}

function without(withoutHome: Search['withoutHome'], step: string): Search['withoutHome'] {
  const left = new Map(withoutHome);
  left.delete(step);
  return left;
}

/** What the casus did not take has not happened there: it can be done anew. */
function afterRefusal(search: Search, { data, occurredAt: at }: SearchFact<'AnswerRefused'>): Search {
  const { event, because, command, about, code } = data;
  const refusals = [...search.refusals, { event, command, about, code, at }];
  if (because === 'StepTakenOn') {
    return { ...search, refusals, takenOn: new Set([...search.takenOn].filter((one) => one !== about)) };
  }
  if (because === 'NoFitRecorded') return { ...search, refusals, withoutHome: without(search.withoutHome, about) };
  return { ...search, refusals };
}

function evolve(before: Search, fact: SearchFact): Search {
  const { occurredAt, recordedAt } = fact;
  const search = { ...before, latest: later(before.latest ?? occurredAt, occurredAt), recordedAt };
  switch (fact.type) {
    case 'StepTakenOn':
      return { ...search, takenOn: new Set(search.takenOn).add(fact.data.handoff) };
    case 'NoFitRecorded':
      return { ...search, withoutHome: withNoFit(search.withoutHome, fact) };
    case 'FittingHomeFound':
      return { ...search, withoutHome: without(search.withoutHome, fact.data.step) };
    case 'AnswerRefused':
      return afterRefusal(search, fact);
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
    case 'note-refusal':
      return noteRefusal(command, search);
  }
}

/** The rules of the stream `search-<id of the casus>`. docs/explanation/domain.md, "Homes". */
export const searchDecider: Decider<SearchCommand, Search, SearchFact, SearchEvent, HomeRejection> = {
  initialState: NO_SEARCH,
  evolve,
  decide,
};
