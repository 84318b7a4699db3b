import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Delivery } from '#messaging/audience/delivery';

/** What a log tells in public: all of it follows from the log, so that everyone who asks, now or later, gets the same. */
export interface Told {
  /** The categories of streams of which something is told. */
  readonly categories: readonly string[];
  /**
   * Everything that is told because of one event, and to whom. Rejects when the log cannot be read, and with what an event
   * that cannot be read throws.
   */
  readonly of: (event: RecordedEvent) => Promise<readonly Delivery[]>;
}

/** Makes what a log tells from that log. */
export type TellFrom = (store: Pick<EventStore, 'readStream'>) => Told;
