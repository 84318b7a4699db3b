import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import { plusMs, type Instant } from '#event-sourcing/instant';
import type { InboxItem, Reader } from '#read-models/inbox/query';

/** What a day brought to an inbox, in one casus. */
export interface CasusDigest<Item> {
  readonly casus: string;
  /** What was told on that day, as it stood at the end of it. */
  readonly told: readonly Item[];
  /** What was told before and ceased to be open on that day. */
  readonly settled: readonly Item[];
  /** What was open at the end of the day, whenever it was told: each root once. */
  readonly open: readonly string[];
}

/** What a day brought to an inbox. `complete`: the day is over, and nothing in it but the marks of readers changes. */
export interface InboxDigest<Item = InboxItem> {
  readonly partner: string;
  readonly person: string | null;
  readonly day: LocalDate;
  readonly until: Instant;
  readonly complete: boolean;
  readonly told: number;
  readonly settled: number;
  /** Roots that are open. */
  readonly open: number;
  /** Of what was told on that day. */
  readonly unread: number;
  readonly casus: readonly CasusDigest<Item>[];
}

/** The stretch of a digest, with the instants before it and at its end; `until` is now while the day lasts. */
export interface DigestSpan {
  readonly day: LocalDate;
  readonly before: Instant;
  readonly from: Instant;
  readonly end: Instant;
  readonly until: Instant;
  readonly complete: boolean;
}

/** The stretch of a local day; undefined of a day that has not begun. */
export function digestSpan(day: LocalDate, now: Instant): DigestSpan | undefined {
  const from = startOfDay(day);
  if (from > now) return undefined;
  // The last millisecond: what is recorded at midnight belongs to the next day.
  const end = plusMs(startOfDay(dayAfter(day)), -1);
  const complete = end < now;
  return { day, before: plusMs(from, -1), from, end, until: complete ? end : now, complete };
}

/** What a digest is made of: items as they were known before its day, and as they were known at its end. */
export interface DigestItems {
  readonly before: readonly InboxItem[];
  readonly after: readonly InboxItem[];
}

const latestLast = (a: InboxItem, b: InboxItem): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.item < b.item ? -1 : 1;

/** What a day brought, from the items as they were known before it and as they were known at its end. */
export function digestOf(
  { partner, person }: Reader,
  { day, from, until, complete }: DigestSpan,
  items: DigestItems,
): InboxDigest {
  const wereOpen = new Set(items.before.filter(({ state }) => state === 'open').map(({ item }) => item));
  const inOrder = [...items.after].sort(latestLast);
  const told = inOrder.filter(({ toldAt }) => toldAt >= from);
  const settled = inOrder.filter(({ item, state }) => wereOpen.has(item) && state !== 'open');
  const open = inOrder.filter(({ state }) => state === 'open');
  const of = <Thing extends { casus: string }>(things: readonly Thing[], name: string) =>
    things.filter(({ casus }) => casus === name);
  const casus = [...new Set([...told, ...settled, ...open].map((one) => one.casus))].sort().map((name) => ({
    casus: name,
    told: of(told, name),
    settled: of(settled, name),
    open: [...new Set(of(open, name).map(({ root }) => root))].sort(),
  }));
  return {
    partner,
    person: person ?? null,
    day,
    until,
    complete,
    told: told.length,
    settled: settled.length,
    open: casus.reduce((sum, one) => sum + one.open.length, 0),
    unread: told.filter(({ readAt }) => readAt === null).length,
    casus,
  };
}
