import type { LocalDate } from '#calendar/local-date';
import type { StallPattern } from '#casus/vocabulary';
import type { Instant } from '#event-sourcing/instant';
import { factsOfItems, type ReadItem } from '#read-models/inbox/item-facts';
import { standingOf, type ItemStanding } from '#read-models/inbox/standing';
import type { InboxTable } from '#read-models/inbox/table';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type RawBuilder } from 'kysely';

/** What somebody was told, and how it stands. `at`: when it came due; `toldAt`: when it was recorded. */
export interface InboxItem extends ItemStanding, Pick<InboxTable, 'why' | 'level' | 'role'> {
  readonly item: string;
  readonly casus: string;
  /** The step, handoff, ask, promise or product that it is about. */
  readonly about: string;
  readonly pattern: StallPattern | null;
  /** The step that it is about, or of which it is a part. */
  readonly step: string | null;
  readonly title: string | null;
  /** The step at the root, or what it is about where no step is. */
  readonly root: string;
  /** Of a stall: who was when it began. Of a warning that is open: who is; of a promise the one that made it. */
  readonly onTheMove: string | null;
  /** Since when it stalls; null of a warning. */
  readonly since: Instant | null;
  readonly lastDay: LocalDate | null;
  readonly partner: string;
  /** Null: for everyone of the partner. */
  readonly person: string | null;
  readonly at: Instant;
  readonly toldAt: Instant;
  /** When the one who asks read it; without a person, when anyone of the partner first did. Null: unread. */
  readonly readAt: Instant | null;
}

/**
 * Whose inbox: that of one person of a partner, what is for everyone included; or all of the partner. `standsInFor`: the
 * persons that are away and in whose place this one stands; their items are there too, each with the person it is for.
 */
export interface Reader {
  readonly partner: string;
  readonly person?: string | undefined;
  readonly standsInFor?: readonly string[] | undefined;
}

/** Which items are asked, the latest first. */
export interface InboxQuery extends Reader, PageRequest {
  /** As things stood then; by what was recorded by then, where `knownAt` is given. */
  readonly at: Instant;
  readonly knownAt?: Instant | undefined;
  readonly unread?: boolean | undefined;
  readonly role?: InboxTable['role'] | undefined;
}

const LATEST: Order = {
  name: 'latest',
  by: [{ text: 's.at', instant: true }, { text: 's.item' }],
  backwards: true,
};

/** Whether `s` is in this inbox. */
export const forReader = ({ partner, person, standsInFor = [] }: Reader): RawBuilder<boolean> =>
  person === undefined
    ? sql`s.partner = ${partner}`
    : sql`s.partner = ${partner} and (s.person is null or s.person in (${sql.join([person, ...standsInFor])}))`;

/** When the reader read `s`, as far as that stands. */
export const readAt = ({ person }: Reader): RawBuilder<Instant | null> =>
  person === undefined
    ? sql`(select min(m.at) from read.inbox_marks_v1 m where m.item = s.item and m.read)`
    : sql`(select m.at from read.inbox_marks_v1 m where m.item = s.item and m.person = ${person} and m.read)`;

function conditions(query: InboxQuery): RawBuilder<unknown>[] {
  const { at, knownAt, unread, role } = query;
  return [
    forReader(query),
    sql`s.at <= ${at}::timestamptz`,
    ...(knownAt === undefined ? [] : [sql`s.recorded_at <= ${knownAt}::timestamptz`]),
    ...(role === undefined ? [] : [sql`s.role = ${role}`]),
    ...(unread === undefined ? [] : [unread ? sql`${readAt(query)} is null` : sql`${readAt(query)} is not null`]),
  ];
}

/** Whom the text of an item calls on the move. */
const onTheMoveIn = ({ why, partner, acts, on_the_move }: ReadItem): string | null =>
  ({ stall: on_the_move, term: acts, promise: partner })[why];

/** An item as it stood at a moment. */
export function itemOf(row: ReadItem, at: Instant): InboxItem {
  const { news, news_recorded, news_ended, held_until, held_after, held_ever } = row;
  // Of a view of the steps that is not that far yet nothing follows.
  const known = row.held_now || !held_ever;
  const standing = standingOf(
    {
      item: row,
      news: news && news_recorded && { news, recorded_at: news_recorded, ended_at: news_ended },
      held: known ? { until: held_until, afterwards: held_after } : null,
    },
    at,
  );
  return {
    item: row.item,
    casus: row.reference,
    why: row.why,
    pattern: row.pattern,
    about: row.about,
    step: row.step,
    title: row.title,
    root: row.root ?? row.step_root ?? row.about,
    onTheMove: onTheMoveIn(row),
    since: row.since,
    lastDay: row.last_day,
    level: row.level,
    role: row.role,
    partner: row.partner,
    person: row.person,
    at: row.at,
    toldAt: row.recorded_at,
    ...standing,
    readAt: row.read_at,
  };
}

/** The items of an inbox, the latest first. Throws CursorInvalid. */
export async function inboxItems(db: ReadDatabase, query: InboxQuery): Promise<Page<InboxItem>> {
  const { at, knownAt, limit, cursor } = query;
  const moment = {
    at: sql`${at}::timestamptz`,
    ...(knownAt !== undefined && { knownAt: sql`${knownAt}::timestamptz` }),
  };
  const { rows } = await sql<ReadItem>`
    select s.*, ${readAt(query)} as read_at, ${factsOfItems.columns}
    from read.inbox_v1 s ${factsOfItems.joined(moment)}
    where ${sql.join([...conditions(query), after(LATEST, cursor)], sql` and `)}
    order by ${inOrder(LATEST)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, LATEST.name, {
    keys: ({ at, item }) => [at, item],
    row: (row) => itemOf(row, at),
  });
}
