import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';

const PAGE = 1000;

/** The latest moment at which anything in a log was recorded. Reads all of it: for demo homes. */
export async function lastRecorded(store: EventStore): Promise<Instant | undefined> {
  let latest: Instant | undefined;
  for (let after = BEGINNING, end = false; !end;) {
    const page = await store.readAll({ after, limit: PAGE });
    for (const { metadata } of page.events) {
      if (latest === undefined || metadata.recordedAt > latest) latest = metadata.recordedAt;
    }
    ({ position: after, end } = page);
  }
  return latest;
}
