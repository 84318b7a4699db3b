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

/** Looks the reference of a casus up in its opening. Rejects on a stream that does not begin with one. */
export function references(read: ReadStream): (event: RecordedEvent) => Promise<Named> {
  const known = new LRUCache<StreamName, Named>({ max: MOST });
  return async (event) => {
    const kept = known.get(event.stream);
    if (kept) return kept;
    const [opening] = event.revision === 0 ? [event] : await read(event.stream, { limit: 1 });
    const fact = opening && readFact(opening);
    if (fact?.type !== 'CasusOpened') throw new TypeError(`${event.stream} does not begin with the opening of a casus`);
    const named = { reference: fact.data.reference };
    known.set(event.stream, named);
    return named;
  };
}
