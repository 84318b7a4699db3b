import * as v from 'valibot';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { upcasterChain, type Upcaster } from '#event-sourcing/upcaster';
import { isWatchEventType, watchEvents, type WatchEvent, type WatchEventType } from '#casus/watch/watch-events';

/** The category of the streams of what the system notices: `watch-<casus>`. */
export const WATCH_CATEGORY = 'watch';

/** What was noticed in one casus, as it was recorded. `occurredAt` is its true instant. */
export type WatchFact<T extends WatchEventType = WatchEventType> = WatchEvent<T> & {
  readonly casus: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

/** Old versions of event types, each with its way to the next. Fixtures under libs/casus/watch-fixtures prove them. */
export const WATCH_UPCASTERS: readonly Upcaster[] = [];

const upcast = upcasterChain(WATCH_UPCASTERS, (type) =>
  isWatchEventType(type) ? watchEvents[type].version : undefined,
);

/**
 * Reads a stored event as a fact of the newest version. Throws on another stream than one of this category, on a type or
 * version that this program does not know, and on data that does not fit (the message names type and path, never a value).
 */
export function readWatchFact(recorded: RecordedEvent): WatchFact {
  if (categoryOf(recorded.stream) !== WATCH_CATEGORY) throw new TypeError(`${recorded.stream} is not of the watch`);
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isWatchEventType(type)) throw new TypeError(`event type ${type} is not one of the watch`);
  const parsed = v.safeParse(watchEvents[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${recorded.stream}@${recorded.revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt } = recorded.metadata;
  const { stream, revision } = recorded;
  const casus = idOf(stream);
  // The schema of this very type was applied above; the compiler cannot follow the union.
  return { type, schemaVersion, data: parsed.output, casus, revision, occurredAt, recordedAt } as WatchFact;
}
