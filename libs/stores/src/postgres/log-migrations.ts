import { appendFunction } from '#stores/postgres/append-function';
import { sql, type Kysely, type Migration } from 'kysely';

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

/** The tables and the function of the log, by name of migration. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-events-and-appends': {
    async up(db: Kysely<unknown>) {
      for (const statement of [events, appends, appendFunction]) await statement.execute(db);
    },
  },
};

/** The schema that holds the log and its migrations, and nothing else. `migrate` of libs/platform brings it up to date. */
export const LOG_SCHEMA = { name: 'log', migrations } as const;
