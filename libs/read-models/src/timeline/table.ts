import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { sql, type Migration } from 'kysely';

/** An event of a casus, without its texts: what kind, when, by whom, about what. */
export interface TimelineTable {
  readonly position: Position;
  readonly casus: string;
  readonly reference: string;
  readonly revision: number;
  readonly type: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly partner: string;
  readonly person: string | null;
  readonly on_behalf_of: string | null;
  readonly step: string | null;
  readonly handoff: string | null;
  readonly ask: string | null;
  readonly takeover: string | null;
  readonly promise: string | null;
  /** How a partner without the system told it; null where nobody did. */
  readonly told_by_channel: string | null;
  readonly summary: string;
}

const table = sql`
create table read.timeline_v1 (
  position text collate "C" primary key,
  casus text collate "C" not null,
  reference text collate "C" not null,
  revision integer not null,
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  partner text not null,
  person text,
  on_behalf_of text,
  step text,
  handoff text,
  ask text,
  takeover text,
  promise text,
  told_by_channel text,
  summary text not null,
  unique (casus, revision)
)`;

const happened = sql`create index timeline_v1_happened on read.timeline_v1 (casus, occurred_at, revision)`;
const reference = sql`create index timeline_v1_reference on read.timeline_v1 (reference, occurred_at, revision)`;

export const timelineMigration: Migration = {
  async up(db) {
    for (const statement of [table, happened, reference]) await statement.execute(db);
  },
};
