import { accepted } from '#event-sourcing/decider';
import { homeRejected } from '#homes/home-rejection';
import { inOrder, type DecideSearch } from '#homes/search/decide-search';
import { searchEvent } from '#homes/search/search-events';

/** The corporation accepts a step that it was offered. */
export const takeOnStep: DecideSearch<'take-on-step'> = inOrder(({ handoff, step }, { takenOn }) =>
  takenOn.has(handoff)
    ? homeRejected('step-taken-on', { handoff })
    : accepted(searchEvent('StepTakenOn', { handoff, step })),
);
