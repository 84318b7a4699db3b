import * as v from 'valibot';
import type { DomainEvent } from '#event-sourcing/event';
import { itemPlace } from '#casus/inbox/inbox-item';

const mark = v.strictObject({
  item: v.pipe(
    v.string(),
    v.check((text) => itemPlace(text) !== undefined),
  ),
  /** The person who read it; left out: the partner as a whole. */
  person: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/** Every event type of an inbox with its newest version and the schema of its data. Whose inbox and of which casus, its stream says. */
export const inboxEvents = {
  InboxItemRead: { version: 1, schema: mark },
  InboxItemUnread: { version: 1, schema: mark },
} as const;

export type InboxEventType = keyof typeof inboxEvents;

/** The data of one event type, newest version. */
export type InboxDataOf<T extends InboxEventType> = v.InferOutput<(typeof inboxEvents)[T]['schema']>;

/** An event of the given type(s); by default of any. A union that narrows on `type`. */
export type InboxEvent<T extends InboxEventType = InboxEventType> = {
  [K in T]: DomainEvent<K, InboxDataOf<K>>;
}[T];

export const isInboxEventType = (type: string): type is InboxEventType => Object.hasOwn(inboxEvents, type);

/** Makes an event in the newest version of its type. */
export const inboxEvent = <T extends InboxEventType>(
  type: T,
  data: InboxDataOf<T>,
): DomainEvent<T, InboxDataOf<T>> => ({ type, schemaVersion: inboxEvents[type].version, data });
