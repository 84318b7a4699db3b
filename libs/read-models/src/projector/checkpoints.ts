import type { Checkpoints } from '#event-sourcing/checkpoint';
import { BEGINNING, type Position } from '#event-sourcing/position';
import type { CheckpointsTable } from '#read-models/projector/checkpoint-table';
import type { ReadTables } from '#read-models/read-tables';
import { checkpointName, VIEW_VERSIONS, type ViewName } from '#read-models/view-name';
import type { Kysely } from 'kysely';

/** A database with checkpoints in one of its schemas. */
export interface WithCheckpoints {
  readonly checkpoints: CheckpointsTable;
}

/** How far readers have come, kept in a schema of theirs. Given a transaction, an advance counts when that commits. */
export function checkpointsIn(database: Kysely<WithCheckpoints>, schema: string): Checkpoints {
  const db = database.withSchema(schema);
  return {
    async load(name) {
      const row = await db.selectFrom('checkpoints').select('position').where('name', '=', name).executeTakeFirst();
      return row?.position ?? BEGINNING;
    },
    async advance(name, from, to) {
      const moved =
        from === BEGINNING
          ? await db
              .insertInto('checkpoints')
              .values({ name, position: to })
              .onConflict((conflict) =>
                conflict.column('name').doUpdateSet({ position: to }).where('checkpoints.position', '=', from),
              )
              .executeTakeFirst()
          : await db
              .updateTable('checkpoints')
              .set({ position: to })
              .where('name', '=', name)
              .where('position', '=', from)
              .executeTakeFirst();
      return ('numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows) === 1n;
    },
  };
}

/** How far projections have come, kept beside their rows. */
export const checkpoints = (db: Kysely<ReadTables>): Checkpoints =>
  // Its schema stands in the names of the tables of the views.
  checkpointsIn(db as unknown as Kysely<WithCheckpoints>, 'read');

/** The position that all of these views have reached. */
export async function reached(db: Kysely<ReadTables>, names: readonly ViewName[]): Promise<Position> {
  const wanted = names.map((name) => checkpointName(name, VIEW_VERSIONS[name]));
  const rows = await db.selectFrom('read.checkpoints').select('position').where('name', 'in', wanted).execute();
  if (rows.length < wanted.length) return BEGINNING;
  return rows.reduce<Position>(
    (least, { position }) => (position < least ? position : least),
    rows[0]?.position ?? BEGINNING,
  );
}
