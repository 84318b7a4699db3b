import { localDateOf } from '#calendar/local-date';
import { accepted } from '#event-sourcing/decider';
import { homeRejected } from '#homes/home-rejection';
import { inOrder, type DecideSearch } from '#homes/search/decide-search';
import { lastDayOfWaiting } from '#homes/search/last-day';
import { searchEvent } from '#homes/search/search-events';

/** No home fits: supply is waited for, until a day at the latest. Anew once that is past, or the waiting was ended. */
export const recordNoFit: DecideSearch<'record-no-fit'> = inOrder((command, { withoutHome }) => {
  const { step, occurredAt, resumedAt } = command;
  const today = localDateOf(occurredAt);
  const until = lastDayOfWaiting(command.until, occurredAt);
  if (until < today) return homeRejected('until-before-today', { until, today });
  const known = withoutHome.get(step);
  const wasEnded = known && resumedAt !== undefined && resumedAt > known.since;
  if (known && today <= known.until && !wasEnded) return homeRejected('no-fit-recorded', { step, until: known.until });
  return accepted(searchEvent('NoFitRecorded', { step, until }));
});
