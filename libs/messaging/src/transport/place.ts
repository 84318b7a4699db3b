import type { EventStore, LogFilter, LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';

/**
 * By which a reader knows a log again that may have been restored from an older backup and have grown since. Of the events
 * of `among` behind `after`, up to its place, there is this one and no other.
 */
export interface Landmark {
  readonly after: Position;
  readonly event: string;
  /** The categories that were read. */
  readonly among: string;
}

/** Up to where a reader of the log has taken all. */
export interface Place {
  readonly position: Position;
  readonly landmark: Landmark | undefined;
}

/** The places of readers, by name: the beginning of one that took nothing yet. */
export interface Places {
  load(name: string): Promise<Place>;
  /** A compare-and-set by the position: false when another got there first. */
  advance(name: string, from: Position, to: Place): Promise<boolean>;
}

const among = (categories: readonly string[]): string => [...categories].sort().join(' ');

/** The place after a page was taken up to a position, read from another on. */
export function placeAfter(
  { position, landmark }: Place,
  { events }: Pick<LogPage, 'events'>,
  to: Position,
  categories: readonly string[],
): Place {
  const taken = events.filter((event) => event.position <= to);
  const last = taken.at(-1);
  if (!last) return { position: to, landmark };
  const after = taken.at(-2)?.position ?? position;
  return { position: to, landmark: { after, event: last.id, among: among(categories) } };
}

/** The first events of these categories behind a position, so many if there are. */
async function firstBehind(store: Pick<EventStore, 'readAll'>, from: Position, filter: LogFilter, count: number) {
  const found = [];
  for (let after = from; ;) {
    const { events, position, end } = await store.readAll({ ...filter, after, limit: count - found.length });
    found.push(...events);
    if (found.length === count || end) return found;
    after = position;
  }
}

/**
 * Whether a log ends no earlier than a place, and holds what its landmark says. Without a landmark, or by one among other
 * categories than are read now, the end alone tells.
 */
export async function isKnown(
  store: Pick<EventStore, 'readAll' | 'head'>,
  { position, landmark }: Place,
  categories: readonly string[],
): Promise<boolean> {
  if (position > (await store.head())) return false;
  if (landmark?.among !== among(categories)) return true;
  const [first, next] = await firstBehind(store, landmark.after, { categories }, 2);
  return first?.id === landmark.event && (next === undefined || next.position > position);
}
