import type { Instant } from '#event-sourcing/instant';
import { categoryOf, idOf, streamName, type StreamName } from '#event-sourcing/stream-name';

/** What of an escalation decides whose item it is. Without a person it is for everyone of the partner. */
export interface Told {
  readonly partner: string;
  readonly person?: string | undefined;
  /** When it came due; nobody has read it before. */
  readonly at: Instant;
}

/** Where an item of an inbox comes from: an `Escalated` in the stream `watch-<casus>`. `casus` is an id. */
export interface ItemPlace {
  readonly casus: string;
  readonly revision: number;
}

/** The category of the streams of what was read. */
export const INBOX_CATEGORY = 'inbox';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ITEM = new RegExp(`^(${ID})\\.(0|[1-9]\\d{0,8})$`);
// An id has one width, so that where the partner begins is never in doubt.
const INBOX = new RegExp(`^(${ID})-(.+)$`);

/** The id of an item, for ever: `<casus>.<revision>`. */
export const itemIdOf = ({ casus, revision }: ItemPlace): string => `${casus}.${revision}`;

/** Reads the id of an item; undefined when it is none. */
export function itemPlace(item: string): ItemPlace | undefined {
  const [, casus, revision] = ITEM.exec(item) ?? [];
  return casus === undefined ? undefined : { casus, revision: Number(revision) };
}

/** What one partner read of one casus, by the id of the casus. */
export interface InboxPlace {
  readonly casus: string;
  readonly partner: string;
}

/** The stream of what a partner read of a casus: `inbox-<casus>-<partner>`. Throws a RangeError on what cannot be one. */
export const inboxStream = ({ casus, partner }: InboxPlace): StreamName =>
  streamName(INBOX_CATEGORY, `${casus}-${partner}`);

/** Of which casus and partner a stream of this category is; undefined of any other. */
export function inboxPlace(stream: StreamName): InboxPlace | undefined {
  const [, casus, partner] = INBOX.exec(idOf(stream)) ?? [];
  const isInbox = categoryOf(stream) === INBOX_CATEGORY && casus !== undefined && partner !== undefined;
  return isInbox ? { casus, partner } : undefined;
}
