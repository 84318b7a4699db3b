import type { Ground } from '#installation/service';
import { viewLag } from '#installation/view-lag';
import { gauge } from '#platform/telemetry/gauge';
import { stalls } from '#read-models/stalls/query';

/** Tells how far the views are behind the log, and how many stalls last, by pattern. Every insight tells the same: take one. */
export function sendFigures({ store, db, clock }: Pick<Ground, 'store' | 'db' | 'clock'>): () => void {
  const ends = [
    gauge('aanzet.views.behind', 'Events that the views do not show yet', async () => [
      { value: (await viewLag(store, db)).behind },
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
