import type { Position } from '#event-sourcing/position';
import { sql, type Migration } from 'kysely';

/** How far each version of each projection has come. */
export interface CheckpointsTable {
  readonly name: string;
  readonly position: Position;
}

const table = sql`
create table read.checkpoints (
  name text collate "C" primary key,
  position text collate "C" not null
)`;

export const checkpointsMigration: Migration = {
  async up(db) {
    await table.execute(db);
  },
};
