import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { dayAfter, localDateOf, startOfDay, type LocalDate } from '#calendar/local-date';
import type { EventStore } from '#event-sourcing/event-store';
import { plusMs } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { catchUp } from '#read-models/projector/catch-up';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { playBoth, type ReadSession } from '#tests/integration/read-session';
import { handClock, round, silent } from '#tests/integration/watching';

/** What both scripts write, in the order in which it was recorded. */
async function bothScripts() {
  const scratch = memoryStore(sha256);
  await playBoth(scratch);
  const { events } = await scratch.readAll({ after: BEGINNING, limit: 100_000 });
  return events.toSorted((a, b) => a.metadata.recordedAt.localeCompare(b.metadata.recordedAt));
}

/**
 * Lets both scripts happen day by day until a last one. At the end of each day the watch looks and the views come level;
 * then `evening` is told which day it was.
 */
export async function liveThrough(
  session: ReadSession,
  last: LocalDate,
  evening: (day: LocalDate) => Promise<void>,
): Promise<void> {
  const { store, db } = session;
  const waiting = await bothScripts();
  const clock = handClock(waiting[0]?.metadata.recordedAt ?? startOfDay(last));
  const watch = watcher(watcherOptions({ store, db, clock, log: silent }));
  for (let day = localDateOf(clock.now()); day <= last; day = dayAfter(day)) {
    clock.put(plusMs(startOfDay(dayAfter(day)), -1));
    const later = waiting.findIndex(({ metadata }) => metadata.recordedAt > clock.now());
    const told = waiting.splice(0, later < 0 ? waiting.length : later);
    const requests: Parameters<EventStore['append']>[0] = told.map(({ stream, ...event }) => {
      const { id, type, schemaVersion, data, metadata } = event;
      return { stream, expected: 'any', events: [{ id, type, schemaVersion, data, metadata }] };
    });
    if (requests.length > 0) await store.append(requests);
    await round(watch);
    await catchUp(session);
    await evening(day);
  }
}
