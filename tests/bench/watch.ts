import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { later, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import type { EventStore } from '#event-sourcing/event-store';
import { migrate } from '#platform/database/migrate';
import { openReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { memoryStore } from '#stores/memory/memory-store';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { sha256 } from '#stores/sha256';
import { median, say, table } from '#tests/bench/report';
import { fillTown } from '#tests/bench/town';
import { logDatabase } from '#tests/engines/log-database';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { FIRST_MOMENT } from '#tests/properties/commands/times';

const DAY = 86_400_000;
const quiet = { error: () => undefined, warn: () => undefined };

/** A database of its own, and a watch on it with a clock that is put by hand. */
async function place() {
  const database = await logDatabase();
  const { url } = database;
  const store = openPostgresStore({ url });
  const db = openReadDatabase({ url });
  await migrate(db, [READ_SCHEMA]);
  let time = FIRST_MOMENT;
  const clock = { now: () => time };
  return {
    store,
    put: (at: Instant) => (time = at),
    watch: () => watcher(watcherOptions({ store, db, clock, log: quiet })),
    async close() {
      await store.close();
      await db.destroy();
      await database.drop();
    },
  };
}

const count = async (store: EventStore, category: string): Promise<number> =>
  (await store.readAll({ after: BEGINNING, limit: 1_000_000, categories: [category] })).events.length;

/** One long casus, told event by event: how long the watch takes after each. */
async function oneCasus(commands: number): Promise<Record<string, string | number>> {
  const scratch = memoryStore(sha256);
  await appendRandomCasus(scratch, 3, { casus: 1, commands });
  const { events } = await scratch.readAll({ after: BEGINNING, limit: 100_000 });
  const here = await place();
  const watch = here.watch();
  const took: number[] = [];
  let time = FIRST_MOMENT;
  for (const { stream, id, type, schemaVersion, data, metadata } of events) {
    time = later(time, metadata.recordedAt);
    here.put(time);
    await here.store.append([{ stream, expected: 'any', events: [{ id, type, schemaVersion, data, metadata }] }]);
    const begun = performance.now();
    await watch.readOn();
    took.push(performance.now() - begun);
  }
  const begun = performance.now();
  here.put(plusMs(time, 30 * DAY));
  await watch.wake();
  const woken = performance.now() - begun;
  const written = await count(here.store, 'watch');
  await here.close();
  return {
    'events of the casus': events.length,
    'on record of it': written,
    'ms after an event, median': Math.round(median(took)),
    'ms after one of the last ten, median': Math.round(median(took.slice(-10))),
    'ms to wake, nothing told': Math.round(woken),
  };
}

/** Many casus of the size of the demo that nobody has looked at: how long until all is on record, by how many watches. */
async function catchingUp(casus: number, watches: number): Promise<Record<string, string | number>> {
  const here = await place();
  const events = await fillTown(here.store, { casus, perDistrict: 100, atOnce: 200 });
  here.put(plusMs(FIRST_MOMENT, 31 * DAY));
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: watches }, async () => {
      const watch = here.watch();
      await watch.readOn();
      await watch.wake();
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const written = await count(here.store, 'watch');
  await here.close();
  return {
    casus,
    'events in the log': events,
    'on record': written,
    watches,
    seconds: Math.round(seconds * 10) / 10,
    'casus/s': Math.round(casus / seconds),
  };
}

/** How long the watch takes over one long casus, and to catch up with a town. */
export async function benchWatch({ casus }: { readonly casus: number }): Promise<void> {
  say('\n### The watch: one casus, told event by event\n');
  say(table([await oneCasus(90), await oneCasus(320)]));
  say('\n### The watch: catching up with casus of the size of the demo\n');
  say(table([await catchingUp(casus, 1)]));
}
