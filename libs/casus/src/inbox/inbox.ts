import { later, type Instant } from '#event-sourcing/instant';
import type { InboxFact } from '#casus/inbox/inbox-fact';

/** How an item stands with one reader, and since when. */
export interface Mark {
  readonly read: boolean;
  readonly at: Instant;
}

/** What of one casus was read in the inbox of one partner: of each item, by each reader that ever did anything to it. */
export interface Inbox {
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>;
  /** The latest `recordedAt`. */
  readonly recordedAt: Instant | undefined;
}

export const EMPTY_INBOX: Inbox = { marks: new Map(), recordedAt: undefined };

/** An item and who read it: a person, or without one the partner as a whole. */
interface Reading {
  readonly item: string;
  readonly person?: string | undefined;
}

const readerOf = ({ person = '' }: Reading): string => person;

/** How an item stands with a reader; undefined when that reader never did anything to it. */
export const markOf = ({ marks }: Inbox, reading: Reading): Mark | undefined =>
  marks.get(reading.item)?.get(readerOf(reading));

/** The inbox after one more fact. */
export function evolveInbox({ marks, recordedAt }: Inbox, { type, data, occurredAt, ...fact }: InboxFact): Inbox {
  const mark = { read: type === 'InboxItemRead', at: occurredAt };
  const ofItem = new Map(marks.get(data.item)).set(readerOf(data), mark);
  return {
    marks: new Map(marks).set(data.item, ofItem),
    recordedAt: later(recordedAt ?? fact.recordedAt, fact.recordedAt),
  };
}
