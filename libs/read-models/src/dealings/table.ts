import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { RefusalReason } from '#casus/vocabulary';
import type { Dealing, DealingKind } from '#read-models/dealings/dealing';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { sql, type Migration } from 'kysely';

/** A question, promise or returned step as it stood for a while. `key` tells which of its casus. */
export interface DealingsTable extends IntervalColumns {
  readonly casus: string;
  readonly reference: string;
  readonly key: string;
  readonly kind: DealingKind;
  readonly thing: string;
  readonly step: string | null;
  readonly handoff: string | null;
  readonly from_partner: string;
  readonly to_partner: string;
  readonly began_at: Instant;
  readonly life: Dealing['life'];
  readonly ended_at: Instant | null;
  readonly reason: RefusalReason | null;
  readonly due: LocalDate | null;
  readonly renegotiated: number;
}

const table = sql`
create table read.dealings_v1 (
  casus text collate "C" not null,
  reference text collate "C" not null,
  key text collate "C" not null,
  kind text not null,
  thing text not null,
  step text,
  handoff text,
  from_partner text collate "C" not null,
  to_partner text collate "C" not null,
  began_at timestamptz not null,
  life text not null,
  ended_at timestamptz,
  reason text,
  due date,
  renegotiated integer not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  known_from timestamptz not null,
  known_until timestamptz not null
)`;
const known = sql`
create unique index dealings_v1_known on read.dealings_v1 (casus, key, valid_from)
  where known_until = 'infinity'`;
const began = sql`create index dealings_v1_began on read.dealings_v1 (kind, began_at)`;

export const dealingsMigration: Migration = {
  async up(db) {
    for (const statement of [table, known, began]) await statement.execute(db);
  },
};
