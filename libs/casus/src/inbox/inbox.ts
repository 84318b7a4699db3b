import { later, type Instant } from '#event-sourcing/instant';
import type { InboxFact } from '#casus/inbox/inbox-fact';
import { itemPlace } from '#casus/inbox/inbox-item';

/** How an item stands with one reader, and since when. */
export interface Mark {
  readonly read: boolean;
  readonly at: Instant;
}

/** What was read in the inbox of one partner. By casus, so that a fact touches little of a large inbox. */
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

const NONE: ReadonlyMap<string, Mark> = new Map();

const casusOf = ({ item }: Reading): string => itemPlace(item)?.casus ?? item;
const keyOf = ({ item, person }: Reading): string => (person === undefined ? item : `${item} ${person}`);

/** How an item stands with a reader; undefined when that reader never did anything to it. */
export const markOf = ({ marks }: Inbox, reading: Reading): Mark | undefined =>
  marks.get(casusOf(reading))?.get(keyOf(reading));

/** The inbox after one more fact. */
export function evolveInbox({ marks, recordedAt }: Inbox, { type, data, occurredAt, ...fact }: InboxFact): Inbox {
  const ofCasus = marks.get(casusOf(data)) ?? NONE;
  const mark = { read: type === 'InboxItemRead', at: occurredAt };
  return {
    marks: new Map(marks).set(casusOf(data), new Map(ofCasus).set(keyOf(data), mark)),
    recordedAt: later(recordedAt ?? fact.recordedAt, fact.recordedAt),
  };
}
