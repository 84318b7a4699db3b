import * as v from 'valibot';
import type { PlacedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { upcasterChain, type Upcaster } from '#event-sourcing/upcaster';
import { inboxPlace } from '#casus/inbox/inbox-item';
import { inboxEvents, isInboxEventType, type InboxEvent, type InboxEventType } from '#casus/inbox/inbox-events';

/** What was read or put back of one casus in the inbox of one partner, as it was recorded. */
export type InboxFact<T extends InboxEventType = InboxEventType> = InboxEvent<T> & {
  readonly partner: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
};

/** Old versions of event types, each with its way to the next. Fixtures under libs/casus/inbox-fixtures prove them. */
export const INBOX_UPCASTERS: readonly Upcaster[] = [];

const upcast = upcasterChain(INBOX_UPCASTERS, (type) =>
  isInboxEventType(type) ? inboxEvents[type].version : undefined,
);

/**
 * Reads a stored event as a fact of the newest version. Throws on another stream than an inbox, on a type or version that
 * this program does not know, and on data that does not fit (the message names type and path, never a value).
 */
export function readInboxFact(recorded: PlacedEvent): InboxFact {
  const place = inboxPlace(recorded.stream);
  if (!place) throw new TypeError(`${recorded.stream} is no inbox`);
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isInboxEventType(type)) throw new TypeError(`event type ${type} is not one of an inbox`);
  const parsed = v.safeParse(inboxEvents[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${recorded.stream}@${recorded.revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt } = recorded.metadata;
  const { partner } = place;
  return { type, schemaVersion, data: parsed.output, partner, revision: recorded.revision, occurredAt, recordedAt };
}
