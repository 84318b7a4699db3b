import type { Ground } from '#installation/service';
import { waitedMs } from '#installation/waited';
import { viewLag } from '#installation/view-lag';
import { gauge } from '#platform/telemetry/gauge';
import { reached } from '#read-models/projector/checkpoints';
import { VIEW_NAMES } from '#read-models/view-name';
import { stalls } from '#read-models/stalls/query';

/** Tells how far the views are behind the log, and how many stalls last, by pattern. Every insight tells the same: take one. */
export function sendFigures({ store, db, clock }: Pick<Ground, 'store' | 'db' | 'clock'>): () => void {
  const ends = [
    gauge('aanzet.views.behind', 'Events that the views do not show yet', async () => {
      const { behind } = await viewLag(store, db);
      return behind === null ? [] : [{ value: behind }];
    }),
    gauge('aanzet.views.delay', 'Milliseconds that an event has waited to be shown by all views', async () => [
      { value: await waitedMs(store, clock, await reached(db, VIEW_NAMES)) },
    ]),
    gauge('aanzet.stalls.lasting', 'Stalls that last', async () => {
      const { rows } = await stalls(db, { at: clock.now(), which: 'lasting' });
      return [...Map.groupBy(rows, ({ pattern }) => pattern)].map(([pattern, same]) => ({
        value: same.length,
        of: { pattern },
      }));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
