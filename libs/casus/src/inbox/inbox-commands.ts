import { plusMs, type Instant } from '#event-sourcing/instant';
import { pathOfBsn } from '#partners/bsn';
import { LATEST_ENTRY_MS, TOLERANCE_MS } from '#partners/entry-times';
import type { Decision } from '#event-sourcing/decider';
import type { Inbox, Mark } from '#casus/inbox/inbox';
import type { InboxEvent } from '#casus/inbox/inbox-events';
import type { Told } from '#casus/inbox/inbox-item';
import { inboxRejected, type InboxRejection } from '#casus/inbox/inbox-rejection';

export type InboxCommandName = 'read-inbox-item' | 'unread-inbox-item';

/** Marks an item, for one reader: the person that acts, or without one the partner as a whole. */
export interface InboxCommand {
  readonly do: InboxCommandName;
  readonly item: string;
  /** To whom the item was told, as the watch has it on record; undefined when there is no such item. */
  readonly told: Told | undefined;
  readonly actor: { readonly partner: string; readonly person?: string | undefined };
  /** The persons of the partner that were away when it happened, with the one that acts in their place. */
  readonly standsInFor: readonly string[];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** The rule of one command. */
export type DecideInbox = (command: InboxCommand, inbox: Inbox) => Decision<InboxEvent, InboxRejection>;

/** What does not depend on what was read before: the item exists, the input makes sense, it is for this reader. */
export function refusedAnyhow({ item, told, actor, standsInFor, occurredAt, recordedAt }: InboxCommand) {
  if (!told) return inboxRejected('inbox-item-unknown', { item });
  const times = { occurredAt, recordedAt };
  if (occurredAt > plusMs(recordedAt, TOLERANCE_MS)) return inboxRejected('occurred-in-the-future', times);
  if (occurredAt < plusMs(recordedAt, -LATEST_ENTRY_MS)) return inboxRejected('occurred-too-long-ago', times);
  const bsn = pathOfBsn({ actor });
  if (bsn !== undefined) return inboxRejected('bsn-not-accepted', { field: bsn });
  const { person } = told;
  const isForPerson = person === undefined || person === actor.person || standsInFor.includes(person);
  return told.partner === actor.partner && isForPerson ? undefined : inboxRejected('not-addressed-to-you', { item });
}

/** Refuses what happened before the item came due, or before what this reader did to it last. */
export function refusedOrder({ told, occurredAt }: InboxCommand, last: Mark | undefined) {
  if (told && occurredAt < told.at) return inboxRejected('before-told', { occurredAt, told: told.at });
  return last && occurredAt < last.at
    ? inboxRejected('occurred-before-known', { occurredAt, latest: last.at })
    : undefined;
}

/** Which item, and which reader. */
export const readingOf = ({ item, actor }: InboxCommand) => ({
  item,
  ...(actor.person !== undefined && { person: actor.person }),
});
