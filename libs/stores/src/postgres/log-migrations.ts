import { appendFunction } from '#stores/postgres/append-function';
import { Migrator, sql, type Kysely, type Migration, type MigrationResultSet } from 'kysely';

/** The schema that holds the log and its migrations, and nothing else. */
export const LOG_SCHEMA = 'log';

/** Only ever inserted into, so that it never bloats: where a stream stands is read off its last event. */
const events = sql`
create table log.events (
  position bigint primary key,
  stream text collate "C" not null,
  revision integer not null,
  type text not null,
  content text not null,
  hash bytea not null,
  unique (stream, revision)
)`;

const appends = sql`
create table log.appends (
  key text collate "C" primary key,
  fingerprint text not null,
  stream text not null,
  first_revision integer not null,
  revision integer not null,
  position bigint not null
)`;

/** The tables and the function of the log, by name of migration. Run by `migrateLog`. */
export const logMigrations: Record<string, Migration> = {
  '0001-events-and-appends': {
    async up(db: Kysely<unknown>) {
      for (const statement of [events, appends, appendFunction]) await statement.execute(db);
    },
  },
};

/**
 * Brings the log of a database to the newest form. Does not throw: the result holds the error, if any, and an error
 * that names a missing migration means that a newer program was here.
 */
export function migrateLog(db: Kysely<unknown>): Promise<MigrationResultSet> {
  const provider = { getMigrations: () => Promise.resolve(logMigrations) };
  return new Migrator({ db, provider, migrationTableSchema: LOG_SCHEMA }).migrateToLatest();
}
