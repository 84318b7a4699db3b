import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';
import { migrate, openToMigrate, SchemaNewerThanProgram, type Schema } from '#platform/database/migrate';
import { READ_SCHEMA } from '#read-models/read-schema';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';

const OF_ALL = [LOG_SCHEMA, READ_SCHEMA];

const NOT_ALLOWED = '42501';

/**
 * Brings the log, the read models and whatever `more` names to the form of this program. Throws a Trouble on a database of
 * a newer program, and where the account may not make what is missing.
 */
export async function migrateDatabase(url: string, more: readonly Schema[] = []): Promise<void> {
  const db = openToMigrate(url);
  try {
    await migrate(db, [...OF_ALL, ...more]);
  } catch (error) {
    if (errorCode(error) === NOT_ALLOWED) {
      throw new Trouble(
        'the database is not up to date and this account may not change that: run `aanzet migrate` with one that may',
        error,
      );
    }
    if (!(error instanceof SchemaNewerThanProgram)) throw error;
    throw new Trouble(
      `the database was made by a newer version of Aanzet (schema ${error.schema}, ${error.migration}): use that version or a newer one`,
      error,
    );
  } finally {
    await db.destroy();
  }
}
