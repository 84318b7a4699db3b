import type { Position } from '#event-sourcing/position';
import { sql, type Migration } from 'kysely';

/** How far each version of each projection has come. */
export interface CheckpointsTable {
  readonly name: string;
  readonly position: Position;
}

/** Makes the table in a schema; a migration for that schema. */
export const checkpointsMigrationIn = (schema: string): Migration => ({
  async up(db) {
    await sql`create table ${sql.table(`${schema}.checkpoints`)} (
      name text collate "C" primary key,
      position text collate "C" not null
    )`.execute(db);
  },
});

export const checkpointsMigration: Migration = checkpointsMigrationIn('read');
