import type { EventStore, LogFilter, LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';

/**
 * By which a reader knows a log again that may have been restored from an older backup and have grown since: an event that
 * it took, and the position behind which that was the first of its categories.
 */
export interface Landmark {
  readonly after: Position;
  readonly event: string;
}

/** The last landmark of a reader, by its name. */
export interface Landmarks {
  load(name: string): Promise<Landmark | undefined>;
  keep(name: string, landmark: Landmark): Promise<void>;
}

/** The landmark of a page that was read behind `from`: its last event. None of an empty page. */
export function landmarkOf({ events }: LogPage, from: Position): Landmark | undefined {
  const last = events.at(-1);
  return last && { after: events.at(-2)?.position ?? from, event: last.id };
}

/** Whether the log still holds the event where it was. */
export async function isThere(
  store: Pick<EventStore, 'readAll'>,
  { after, event }: Landmark,
  filter: LogFilter,
): Promise<boolean> {
  for (let from = after; ;) {
    const { events, position, end } = await store.readAll({ ...filter, after: from, limit: 1 });
    if (events.length > 0 || end) return events[0]?.id === event;
    from = position;
  }
}
