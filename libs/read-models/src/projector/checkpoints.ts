import type { Checkpoints } from '#event-sourcing/checkpoint';
import { BEGINNING, type Position } from '#event-sourcing/position';
import type { ReadTables } from '#read-models/read-tables';
import { checkpointName, VIEW_VERSIONS, type ViewName } from '#read-models/view-name';
import type { Kysely } from 'kysely';

/** How far projections have come, kept beside their rows. Given a transaction, an advance counts when that commits. */
export const checkpoints = (db: Kysely<ReadTables>): Checkpoints => ({
  async load(name) {
    const row = await db.selectFrom('read.checkpoints').select('position').where('name', '=', name).executeTakeFirst();
    return row?.position ?? BEGINNING;
  },
  async advance(name, from, to) {
    const moved =
      from === BEGINNING
        ? await db
            .insertInto('read.checkpoints')
            .values({ name, position: to })
            .onConflict((conflict) =>
              conflict.column('name').doUpdateSet({ position: to }).where('read.checkpoints.position', '=', from),
            )
            .executeTakeFirst()
        : await db
            .updateTable('read.checkpoints')
            .set({ position: to })
            .where('name', '=', name)
            .where('position', '=', from)
            .executeTakeFirst();
    return ('numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows) === 1n;
  },
});

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
