import * as v from 'valibot';
import type { PlacedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { upcasterChain } from '#event-sourcing/upcaster';
import { isSearchEventType, searchEvents, type SearchEvent, type SearchEventType } from '#homes/search/search-events';

/** The category of the streams of searches: `search-<id of the casus>`. */
export const SEARCH_CATEGORY = 'search';

/** An event of a search as it was recorded. */
export type SearchFact<T extends SearchEventType = SearchEventType> = SearchEvent<T> & {
  readonly casus: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

const upcast = upcasterChain([], (type) => (isSearchEventType(type) ? searchEvents[type].version : undefined));

/**
 * Reads a stored event as a fact of the newest version. Throws on another stream than a search's, on a type or version
 * that this program does not know, and on data that does not fit (the message names type and path, never a value).
 */
export function readSearchFact(recorded: PlacedEvent): SearchFact {
  const { stream, revision, metadata } = recorded;
  if (categoryOf(stream) !== SEARCH_CATEGORY) throw new TypeError(`${stream} is not of a search`);
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isSearchEventType(type)) throw new TypeError(`event type ${type} is not one of a search`);
  const parsed = v.safeParse(searchEvents[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${stream}@${revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt } = metadata;
  // The schema of this very type was applied above; the compiler cannot follow the union.
  return {
    ...{ type, schemaVersion, data: parsed.output },
    ...{ casus: idOf(stream), revision, occurredAt, recordedAt },
  } as SearchFact;
}
