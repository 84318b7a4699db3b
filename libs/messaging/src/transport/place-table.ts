import { BEGINNING, type Position } from '#event-sourcing/position';
import type { Place, Places } from '#messaging/transport/place';
import { sql, type Kysely, type Migration } from 'kysely';

/** The table of places, in the schema of the readers; without `event` there is no landmark. */
export interface PlaceTables {
  readonly places: {
    readonly name: string;
    readonly position: Position;
    readonly after: Position | null;
    readonly event: string | null;
    readonly among: string | null;
  };
}

/** Makes the table; a migration for the schema of the readers. */
export const placesMigration = (schema: string): Migration => ({
  async up(db) {
    await sql`create table ${sql.table(`${schema}.places`)} (
      name text collate "C" primary key, position text collate "C" not null,
      after text collate "C", event text collate "C", among text)`.execute(db);
  },
});

const columnsOf = ({ position, landmark }: Place) => ({
  position,
  after: landmark?.after ?? null,
  event: landmark?.event ?? null,
  among: landmark?.among ?? null,
});

/** Places kept in a schema. */
export function placesIn(database: Kysely<PlaceTables>, schema: string): Places {
  const db = database.withSchema(schema);
  return {
    async load(name) {
      const row = await db.selectFrom('places').selectAll().where('name', '=', name).executeTakeFirst();
      if (!row) return { position: BEGINNING, landmark: undefined };
      const { position, after, event, among } = row;
      if (after === null || event === null || among === null) return { position, landmark: undefined };
      return { position, landmark: { after, event, among } };
    },
    async advance(name, from, to) {
      const columns = columnsOf(to);
      if (from === BEGINNING) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('places')
          .values({ name, ...columns })
          .onConflict((there) => there.column('name').doUpdateSet(columns).where('places.position', '=', from))
          .executeTakeFirstOrThrow();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('places')
        .set(columns)
        .where('name', '=', name)
        .where('position', '=', from)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}
