import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { sql, type Migration } from 'kysely';

/** When the watch must look at a casus again though nothing happens, by what was known at a position of the log. */
export interface WatchAgendaTable {
  readonly casus: string;
  readonly known_at: Position;
  readonly wake_at: Instant | null;
  /** Every partner that was ever involved: what one of them sets may change what is noticed. */
  readonly partners: readonly string[];
}

const table = sql`
create table read.watch_agenda_v1 (
  casus text collate "C" primary key,
  known_at text collate "C" not null,
  wake_at timestamptz,
  partners text[] not null
)`;
const inTime = sql`create index watch_agenda_v1_wake on read.watch_agenda_v1 (wake_at) where wake_at is not null`;
const ofPartner = sql`create index watch_agenda_v1_partners on read.watch_agenda_v1 using gin (partners)`;

export const watchAgendaMigration: Migration = {
  async up(db) {
    for (const statement of [table, inTime, ofPartner]) await statement.execute(db);
  },
};
