import type { Instant } from '#event-sourcing/instant';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { sql, type Migration } from 'kysely';

/** A casus as a whole as it was for a while; what is counted of its steps stands in next-steps alone. */
export interface CasusSummaryTable extends IntervalColumns {
  readonly casus: string;
  readonly reference: string;
  readonly title: string;
  readonly director: string;
  readonly director_person: string | null;
  readonly attention_group: string | null;
  readonly neighbourhood: string | null;
  readonly opened_at: Instant;
  readonly closed_at: Instant | null;
  /** Partners with a valid basis. */
  readonly partners: readonly string[];
}

const table = sql`
create table read.casus_summary_v1 (
  casus text collate "C" not null,
  reference text collate "C" not null,
  title text not null,
  director text collate "C" not null,
  director_person text,
  attention_group text,
  neighbourhood text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  partners text[] not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  known_from timestamptz not null,
  known_until timestamptz not null
)`;

const known = sql`
create unique index casus_summary_v1_known on read.casus_summary_v1 (casus, valid_from)
  where known_until = 'infinity'`;
const reference = sql`create index casus_summary_v1_reference on read.casus_summary_v1 (reference, valid_until)`;

export const casusSummaryMigration: Migration = {
  async up(db) {
    for (const statement of [table, known, reference]) await statement.execute(db);
  },
};
