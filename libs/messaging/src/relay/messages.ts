import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { LogUnreadable, orUnreadable } from '#event-sourcing/log-unreadable';
import { PoisonEvent } from '#event-sourcing/poison-event';
import type { Sender } from '#messaging/contract/cloud-event';
import type { FeedMessage } from '#messaging/feed/feed';
import { messageOf } from '#messaging/feed/message-of';
import type { TellFrom } from '#messaging/told/told';

/** What events of the log come to, in their order: messages, up to an event that cannot be taken. */
export interface Messages {
  readonly messages: readonly FeedMessage[];
  /** How many events that was. */
  readonly count: number;
  readonly poison?: PoisonEvent;
}

/** What a log tells, as messages. */
export interface MessageMaker {
  readonly categories: readonly string[];
  /** Rejects with LogUnreadable. */
  of(events: readonly RecordedEvent[]): Promise<Messages>;
}

/** Makes messages from the log alone, so that every relay, and every try, makes the same ones. */
export function messagesFrom(tell: TellFrom, store: Pick<EventStore, 'readStream'>, sender: Sender): MessageMaker {
  const told = tell({ readStream: orUnreadable((stream, options) => store.readStream(stream, options)) });
  return {
    categories: told.categories,
    async of(events) {
      const messages: FeedMessage[] = [];
      for (const [count, event] of events.entries()) {
        try {
          const deliveries = await told.of(event);
          messages.push(...deliveries.map((delivery) => messageOf(delivery, sender, event.metadata.trace)));
        } catch (error) {
          if (error instanceof LogUnreadable) throw error;
          return { messages, count, poison: new PoisonEvent('the relay', event, error) };
        }
      }
      return { messages, count: events.length };
    },
  };
}
