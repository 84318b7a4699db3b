import { LRUCache } from 'lru-cache';
import type { RecordedEvent } from '#event-sourcing/event';
import type { Delivery } from '#messaging/audience/delivery';
import type { Told } from '#messaging/told/told';

/** An event that cannot be told, now or at all: it, or something before it, cannot be read. */
export class Untellable extends Error {
  constructor({ type, position }: RecordedEvent, cause: unknown) {
    super(`what follows from ${type} at position ${position} cannot be told`, { cause });
    this.name = 'Untellable';
  }
}

const EVENTS_KEPT = 2000;

/**
 * What a log tells, of the latest events that were asked kept: however many partners follow the end of the log, each event
 * is looked at once. Rejects with Untellable.
 */
export function remembered({ categories, of }: Told): Told {
  const kept = new LRUCache<string, Promise<readonly Delivery[]>>({ max: EVENTS_KEPT });

  async function look(event: RecordedEvent): Promise<readonly Delivery[]> {
    try {
      return await of(event);
    } catch (cause) {
      kept.delete(event.position);
      throw new Untellable(event, cause);
    }
  }

  return {
    categories,
    of(event) {
      const known = kept.get(event.position);
      if (known) return known;
      const found = look(event);
      kept.set(event.position, found);
      return found;
    },
  };
}
