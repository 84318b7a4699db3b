import { LRUCache } from 'lru-cache';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { deliveriesOf, type Delivery } from '#messaging/audience/audience';
import { scenesOver } from '#messaging/translate/scenes';

/** Everything that is told because of one event of the log. Rejects with Untellable. */
export type Deliver = (event: RecordedEvent) => Promise<readonly Delivery[]>;

/** An event that cannot be told, now or at all: it, or something before it, cannot be read. */
export class Untellable extends Error {
  constructor({ type, position }: RecordedEvent, cause: unknown) {
    super(`what follows from ${type} at position ${position} cannot be told`, { cause });
    this.name = 'Untellable';
  }
}

const EVENTS_KEPT = 2000;

/**
 * Deliveries by what the log holds, and nothing else. They never change, so those of the latest events that were asked
 * are kept: however many partners follow the end of the log, each event is looked at once.
 */
export function deliverFrom(store: Pick<EventStore, 'readStream'>): Deliver {
  const scenes = scenesOver(store);
  const kept = new LRUCache<string, Promise<readonly Delivery[]>>({ max: EVENTS_KEPT });

  async function look(event: RecordedEvent): Promise<readonly Delivery[]> {
    try {
      return deliveriesOf(event, await scenes.of(event));
    } catch (cause) {
      kept.delete(event.position);
      throw new Untellable(event, cause);
    }
  }

  return (event) => {
    const known = kept.get(event.position);
    if (known) return known;
    const found = look(event);
    kept.set(event.position, found);
    return found;
  };
}
