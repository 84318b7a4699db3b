import { accepted } from '#event-sourcing/decider';
import { homeRejected } from '#homes/home-rejection';
import { inOrder, type DecideSearch } from '#homes/search/decide-search';
import { searchEvent } from '#homes/search/search-events';

/** A home that fits is free after all, or one is kept for the candidate. */
export const noteFittingHome: DecideSearch<'note-fitting-home'> = inOrder(({ step, home }, { withoutHome }) =>
  withoutHome.has(step)
    ? accepted(searchEvent('FittingHomeFound', { step, home }))
    : homeRejected('no-fit-not-recorded', { step }),
);
