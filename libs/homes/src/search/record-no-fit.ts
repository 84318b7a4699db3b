import { accepted } from '#event-sourcing/decider';
import { homeRejected } from '#homes/home-rejection';
import { inOrder, type DecideSearch } from '#homes/search/decide-search';
import { searchEvent } from '#homes/search/search-events';

/** No home fits: from now on supply is waited for. */
export const recordNoFit: DecideSearch<'record-no-fit'> = inOrder(({ step, until }, { withoutHome }) =>
  withoutHome.has(step)
    ? homeRejected('no-fit-recorded', { step })
    : accepted(searchEvent('NoFitRecorded', { step, ...(until !== undefined && { until }) })),
);
