import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { StallPattern } from '#casus/vocabulary';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { sql, type Migration } from 'kysely';

/** A stall for as long as the same party was on the move. `key` is pattern and about. */
export interface StallsTable extends IntervalColumns {
  readonly casus: string;
  readonly reference: string;
  readonly key: string;
  readonly pattern: StallPattern;
  readonly about: string;
  readonly root: string | null;
  readonly on_the_move: string | null;
  /** The partner that waits for the one on the move. */
  readonly waiting: string | null;
  /** The stable id, the same as the watch records. */
  readonly id: string;
  readonly since: Instant;
}

/** A cause that somebody named for the stall of that pattern about that thing that had begun last. */
export interface StallCausesTable {
  readonly position: Position;
  readonly casus: string;
  readonly pattern: StallPattern;
  readonly about: string;
  readonly cause: string;
  readonly partner: string;
  readonly person: string | null;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
}

/** In which casus a partner was ever involved. */
export interface InvolvedTable {
  readonly partner: string;
  readonly casus: string;
}

const stalls = sql`
create table read.stalls_v1 (
  casus text collate "C" not null,
  reference text collate "C" not null,
  key text collate "C" not null,
  pattern text not null,
  about text not null,
  root text,
  on_the_move text collate "C",
  waiting text collate "C",
  id text collate "C" not null,
  since timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  known_from timestamptz not null,
  known_until timestamptz not null
)`;
const known = sql`
create unique index stalls_v1_known on read.stalls_v1 (casus, key, valid_from)
  where known_until = 'infinity'`;
const inTime = sql`
create index stalls_v1_in_time on read.stalls_v1 (valid_until)
  where known_until = 'infinity'`;
const mover = sql`
create index stalls_v1_mover on read.stalls_v1 (on_the_move, valid_until)
  where known_until = 'infinity'`;
const past = sql`create index stalls_v1_past on read.stalls_v1 (reference, valid_from)`;

const byId = sql`create index stalls_v1_id on read.stalls_v1 (id)`;

const causes = sql`
create table read.stall_causes_v1 (
  position text collate "C" primary key,
  casus text collate "C" not null,
  pattern text not null,
  about text not null,
  cause text not null,
  partner text not null,
  person text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null
)`;
const causesOf = sql`create index stall_causes_v1_of on read.stall_causes_v1 (casus, pattern, about)`;

const involved = sql`
create table read.involved_v1 (
  partner text collate "C" not null,
  casus text collate "C" not null,
  primary key (partner, casus)
)`;

export const stallsMigration: Migration = {
  async up(db) {
    for (const statement of [stalls, known, inTime, mover, past, byId, causes, causesOf, involved])
      await statement.execute(db);
  },
};
