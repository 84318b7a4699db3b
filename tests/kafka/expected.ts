import { messagesFrom } from '#messaging/relay/messages';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import type { Sender } from '#messaging/contract/cloud-event';
import type { FeedMessage } from '#messaging/feed/feed';
import { casusTold } from '#messaging/told/casus-told';

/** All messages that a log comes to, in its order. */
export async function expectedOf(store: EventStore, sender: Sender): Promise<readonly FeedMessage[]> {
  const maker = messagesFrom(casusTold, store, sender);
  const page = await store.readAll({ after: BEGINNING, limit: 100_000, categories: maker.categories });
  const { messages, poison } = await maker.of(page.events);
  if (poison) throw poison;
  return messages;
}

/** What was received per topic and key, each event where it came first. */
export function firstsOf(messages: readonly FeedMessage[]): ReadonlyMap<string, readonly string[]> {
  const firsts = new Map<string, Map<string, string>>();
  for (const { topic, key, value } of messages) {
    const place = `${topic} ${key}`;
    const { id } = JSON.parse(value) as { id: string };
    const events = firsts.get(place) ?? new Map<string, string>();
    if (!events.has(id)) events.set(id, value);
    firsts.set(place, events);
  }
  return new Map([...firsts].map(([place, events]) => [place, [...events.values()]]));
}
