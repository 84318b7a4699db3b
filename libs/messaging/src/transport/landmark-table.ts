import type { Position } from '#event-sourcing/position';
import type { Landmarks } from '#messaging/transport/landmark';
import { sql, type Kysely, type Migration } from 'kysely';

/** The table of landmarks, in the schema of their reader. */
export interface LandmarkTables {
  readonly landmarks: { readonly name: string; readonly after: Position; readonly event: string };
}

/** Makes the table; a migration for the schema of the reader. */
export const landmarksMigration = (schema: string): Migration => ({
  async up(db) {
    await sql`create table ${sql.table(`${schema}.landmarks`)} (
      name text collate "C" primary key, after text collate "C" not null, event text collate "C" not null)`.execute(db);
  },
});

/** Landmarks kept in a schema. */
export function landmarksIn(database: Kysely<LandmarkTables>, schema: string): Landmarks {
  const db = database.withSchema(schema);
  return {
    load: (name) => db.selectFrom('landmarks').select(['after', 'event']).where('name', '=', name).executeTakeFirst(),
    async keep(name, landmark) {
      await db
        .insertInto('landmarks')
        .values({ name, ...landmark })
        .onConflict((there) => there.column('name').doUpdateSet(landmark))
        .execute();
    },
  };
}
