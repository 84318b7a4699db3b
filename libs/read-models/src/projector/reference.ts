import type { RecordedEvent } from '#event-sourcing/event';
import type { StreamName } from '#event-sourcing/stream-name';
import { readFact } from '#casus/fact';
import type { ReadStream } from '#read-models/projector/view';
import { LRUCache } from 'lru-cache';

/** How the casus of an event is called. */
export interface Named {
  readonly reference: string;
}

const MOST = 50_000;

/**
 * Looks the reference of a casus up in its opening, which may be at hand. Rejects on a stream that does not begin with
 * one.
 */
export function referenceOfStream(read: ReadStream): (stream: StreamName, opening?: RecordedEvent) => Promise<Named> {
  const known = new LRUCache<StreamName, Named>({ max: MOST });
  return async (stream, given) => {
    const kept = known.get(stream);
    if (kept) return kept;
    const [opening] = given ? [given] : await read(stream, { limit: 1 });
    const fact = opening && readFact(opening);
    if (fact?.type !== 'CasusOpened') throw new TypeError(`${stream} does not begin with the opening of a casus`);
    const named = { reference: fact.data.reference };
    known.set(stream, named);
    return named;
  };
}

/** Looks up how the casus is called that an event is of. Rejects on a stream that does not begin with an opening. */
export function references(read: ReadStream): (event: RecordedEvent) => Promise<Named> {
  const referenceOf = referenceOfStream(read);
  return (event) => referenceOf(event.stream, event.revision === 0 ? event : undefined);
}
