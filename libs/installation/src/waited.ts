import { epochMs } from '#event-sourcing/instant';
import type { EventStore, LogFilter } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import type { Clock } from '#platform/clock';

/** For how many milliseconds the first matching event after this position has waited; 0 when there is none. */
export async function waitedMs(store: EventStore, clock: Clock, after: Position, filter?: LogFilter): Promise<number> {
  for (let from = after; ;) {
    const { events, position, end } = await store.readAll({ after: from, limit: 1, ...filter });
    const [first] = events;
    if (first) return Math.max(0, epochMs(clock.now()) - epochMs(first.metadata.recordedAt));
    if (end) return 0;
    from = position;
  }
}
