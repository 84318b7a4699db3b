import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { Position } from '#event-sourcing/position';
import type { StallPattern } from '#casus/vocabulary';
import type { WatchDataOf } from '#casus/watch/watch-events';
import type { OpenEnd } from '#read-models/intervals/interval-columns';
import { sql, type Insertable, type Migration } from 'kysely';

/** Somebody was told of something: an item of an inbox. What became of that something is told by its subject. */
export interface InboxTable extends Pick<WatchDataOf<'Escalated'>, 'why' | 'level' | 'role'> {
  readonly item: string;
  readonly position: Position;
  readonly casus: string;
  readonly reference: string;
  readonly subject: string;
  readonly about: string;
  readonly pattern: StallPattern | null;
  /** Of a warning: the last day that nears. */
  readonly last_day: LocalDate | null;
  readonly partner: string;
  readonly person: string | null;
  readonly at: Instant;
  readonly recorded_at: Instant;
  /**
   * By what is known from then on it is not open: of a warning when its last day has passed, of a stall when its end was
   * recorded last. Before that it may be.
   */
  readonly open_until: OpenEnd;
}

/**
 * What became of a subject: of a stall (by its id) that it began, ended or never was; of a promise that it was kept,
 * released or given another day. A row per fact, for what was known at any moment.
 */
export interface InboxCourseTable {
  readonly subject: string;
  readonly position: Position;
  readonly recorded_at: Instant;
  readonly news: 'lasts' | 'ended' | 'never-was' | 'kept' | 'released' | 'moved';
  readonly root: string | null;
  readonly on_the_move: string | null;
  readonly since: Instant | null;
  readonly ended_at: Instant | null;
  readonly due: LocalDate | null;
}

/** An item as it is written. */
export type InboxRow = Insertable<InboxTable>;

/** How an item stands with one reader: a person, or an empty text for the partner as a whole. */
export interface InboxMarksTable {
  readonly item: string;
  readonly person: string;
  readonly partner: string;
  readonly read: boolean;
  readonly at: Instant;
}

const items = sql`
create table read.inbox_v1 (
  item text collate "C" primary key,
  position text collate "C" not null,
  casus text collate "C" not null,
  reference text collate "C" not null,
  subject text collate "C" not null,
  about text collate "C" not null,
  pattern text,
  last_day date,
  partner text collate "C" not null,
  person text,
  at timestamptz not null,
  recorded_at timestamptz not null,
  open_until timestamptz not null,
  why text not null,
  level int not null,
  role text not null
)`;
const order = sql`create index inbox_v1_order on read.inbox_v1 (partner, at, item)`;
const days = sql`create index inbox_v1_days on read.inbox_v1 (partner, recorded_at)`;
const mayBeOpen = sql`create index inbox_v1_open on read.inbox_v1 (partner, open_until)`;
const subjects = sql`create index inbox_v1_subjects on read.inbox_v1 (subject)`;

const course = sql`
create table read.inbox_course_v1 (
  subject text collate "C" not null,
  position text collate "C" not null,
  recorded_at timestamptz not null,
  news text not null,
  root text collate "C",
  on_the_move text,
  since timestamptz,
  ended_at timestamptz,
  due date,
  primary key (subject, position)
)`;

const marks = sql`
create table read.inbox_marks_v1 (
  item text collate "C" not null,
  person text not null,
  partner text collate "C" not null,
  read boolean not null,
  at timestamptz not null,
  primary key (item, person)
)`;
const readers = sql`create index inbox_marks_v1_readers on read.inbox_marks_v1 (partner, person)`;

export const inboxMigration: Migration = {
  async up(db) {
    const all = [items, order, days, mayBeOpen, subjects, course, marks, readers];
    for (const statement of all) await statement.execute(db);
  },
};
