import * as v from 'valibot';
import type { PlacedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { upcasterChain, type Upcaster } from '#event-sourcing/upcaster';
import { homeEvents, isHomeEventType, type HomeEvent, type HomeEventType } from '#homes/home-events';

/** The category of the streams of homes: `home-<id>`. */
export const HOME_CATEGORY = 'home';

/** An event of a home as it was recorded: what happened, to which home, when, typed in when. */
export type HomeFact<T extends HomeEventType = HomeEventType> = HomeEvent<T> & {
  readonly home: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

/** Old versions of event types, each with its way to the next. Fixtures under libs/homes/fixtures prove them. */
export const HOME_UPCASTERS: readonly Upcaster[] = [];

const upcast = upcasterChain(HOME_UPCASTERS, (type) => (isHomeEventType(type) ? homeEvents[type].version : undefined));

/**
 * Reads a stored event as a fact of the newest version. Throws on another stream than a home's, on a type or version
 * that this program does not know, and on data that does not fit (the message names type and path, never a value).
 */
export function readHomeFact(recorded: PlacedEvent): HomeFact {
  const { stream, revision, metadata } = recorded;
  if (categoryOf(stream) !== HOME_CATEGORY) throw new TypeError(`${stream} is not of a home`);
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isHomeEventType(type)) throw new TypeError(`event type ${type} is not one of a home`);
  const parsed = v.safeParse(homeEvents[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${stream}@${revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt } = metadata;
  // The schema of this very type was applied above; the compiler cannot follow the union.
  return { type, schemaVersion, data: parsed.output, home: idOf(stream), revision, occurredAt, recordedAt } as HomeFact;
}
