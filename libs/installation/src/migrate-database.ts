import { Trouble } from '#home/trouble';
import { migrate, READ_SCHEMA, SchemaNewerThanProgram } from '#read-models/migrate';
import { LOG_SCHEMA, logMigrations } from '#stores/postgres/log-migrations';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const SCHEMAS = [{ name: LOG_SCHEMA, migrations: logMigrations }, READ_SCHEMA];

/** Brings the log and the read models of a database to the form of this program. Throws a Trouble on one of a newer program. */
export async function migrateDatabase(url: string): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: url, max: 2 }) }),
  });
  try {
    await migrate(db, SCHEMAS);
  } catch (error) {
    if (!(error instanceof SchemaNewerThanProgram)) throw error;
    throw new Trouble(
      `the database was made by a newer version of Aanzet (schema ${error.schema}, ${error.migration}): use that version or a newer one`,
      error,
    );
  } finally {
    await db.destroy();
  }
}
