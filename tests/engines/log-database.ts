import { migrate } from '#platform/database/migrate';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** Makes a fresh database with an empty log in it. */
export async function logDatabase(): Promise<FreshDatabase> {
  const database = await freshDatabase();
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: database.url }) }),
  });
  await migrate(db, [LOG_SCHEMA]);
  await db.destroy();
  return database;
}
