import { ensureDatabase } from '#home/ensure-database';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';
import { migrate, openToMigrate } from '#platform/database/migrate';
import { openReadDatabase } from '#read-models/read-database';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { openPostgresStore, type PostgresStore } from '#stores/postgres/postgres-store';
import { ALLOCATION_SCHEMA, SCHEMA } from '#apps/allocation/src/allocation-schema';
import type { AllocationTables } from '#apps/allocation/src/allocation-tables';
import { sql, type Kysely } from 'kysely';

export type AllocationDatabase = Kysely<AllocationTables>;

/** What the service keeps: its own log and its own tables, in a database of its own. */
export interface AllocationStorage {
  readonly store: PostgresStore;
  readonly db: AllocationDatabase;
  close(): Promise<void>;
}

const NOT_ALLOWED = '42501';
const CONNECTIONS = 8;

/** Makes the database of the service beside another one, on the same server, and gives its address. */
async function besides(url: string): Promise<string> {
  const beside = new URL(url);
  const name = `${decodeURIComponent(beside.pathname.slice(1)) || beside.username}_${SCHEMA}`;
  try {
    await ensureDatabase(url, name);
  } catch (error) {
    // Another process that starts at the same moment made it.
    if (errorCode(error) === '23505' || errorCode(error) === '42P04') return besides(url);
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new Trouble(
      'this account may not make a database for the allocation service: make one and name it in ALLOCATION_DATABASE_URL',
      error,
    );
  }
  beside.pathname = `/${encodeURIComponent(name)}`;
  return beside.href;
}

// It is opened as the views are, for the same forms of instants and days; the tables are its own.
const openDatabase = (url: string) =>
  openReadDatabase({ url, connections: CONNECTIONS }) as unknown as AllocationDatabase;

/** Throws a Trouble where the read models of the casus side are in this database: it is theirs, and perhaps their log too. */
async function assertOwn(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ is: boolean }>`select to_regclass('read.checkpoints') is not null as is`.execute(db);
  if (rows[0]?.is !== true) return;
  throw new Trouble(
    'ALLOCATION_DATABASE_URL names the database of the casus, and homes would land in its log: make another database and name that, or leave it out',
  );
}

/** Brings the storage of the service at an address of its own up to date. Throws a Trouble where that is not its own. */
export async function migrateAllocation(url: string): Promise<void> {
  const db = openToMigrate(url);
  try {
    await assertOwn(db);
    await migrate(db, [LOG_SCHEMA, ALLOCATION_SCHEMA]);
  } finally {
    await db.destroy();
  }
}

/** The address of its storage: its own, or beside the database of the casus, where it is made. Throws a Trouble. */
export const ownOrBeside = (own: string | undefined, casusUrl: string): Promise<string> =>
  own === undefined ? besides(casusUrl) : Promise.resolve(own);

/** Opens the storage of the service. Throws a Trouble. */
export async function openAllocation(url: string): Promise<AllocationStorage> {
  await migrateAllocation(url);
  const db = openDatabase(url);
  const store = openPostgresStore({ url, connections: 3 });
  return {
    store,
    db: db.withSchema(SCHEMA),
    async close() {
      await store.close();
      await db.destroy();
    },
  };
}
