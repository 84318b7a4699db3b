import { LogUnreadable, PoisonEvent } from '#apps/relay/src/faults';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { deliveriesOf } from '#messaging/audience/audience';
import type { Sender } from '#messaging/contract/cloud-event';
import type { FeedMessage } from '#messaging/feed/feed';
import { messageOf } from '#messaging/feed/message-of';
import { scenesOver, type Scenes } from '#messaging/translate/scenes';

/** What events of the log come to, in their order: messages, up to an event that cannot be taken. */
export interface Messages {
  readonly messages: readonly FeedMessage[];
  /** How many events that was. */
  readonly count: number;
  readonly poison?: PoisonEvent;
}

/** Makes the messages of events. Rejects with LogUnreadable. */
export type MakeMessages = (events: readonly RecordedEvent[]) => Promise<Messages>;

/** Makes messages from the log alone, so that every relay, and every try, makes the same ones. */
export function messagesFrom(store: Pick<EventStore, 'readStream'>, sender: Sender): MakeMessages {
  const scenes: Scenes = scenesOver({
    readStream: (stream, options) =>
      store.readStream(stream, options).catch((error: unknown) => {
        throw new LogUnreadable(error);
      }),
  });
  return async (events) => {
    const messages: FeedMessage[] = [];
    for (const [count, event] of events.entries()) {
      try {
        const deliveries = deliveriesOf(event, await scenes.of(event));
        messages.push(...deliveries.map((delivery) => messageOf(delivery, sender, event.metadata.trace)));
      } catch (error) {
        if (error instanceof LogUnreadable) throw error;
        return { messages, count, poison: new PoisonEvent(event, error) };
      }
    }
    return { messages, count: events.length };
  };
}
