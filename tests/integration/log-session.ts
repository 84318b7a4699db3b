import { openPostgresStore, type PostgresStore } from '#stores/postgres/postgres-store';
import { logDatabase } from '#tests/engines/log-database';
import type { FreshDatabase } from '#tests/engines/database';
import { Client, type QueryResultRow } from 'pg';

/** An empty log, stores opened on it, and other people's connections to the same database. */
export interface LogSession {
  store(options?: { pollEveryMs?: number; listen?: boolean }): PostgresStore;
  connect(): Promise<Client>;
  rows<Row extends QueryResultRow>(query: string): Promise<Row[]>;
  /** Asks again and again until the query gives `count` rows. */
  until(query: string, count: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a session on a database of its own. */
export async function logSession(): Promise<LogSession> {
  const database: FreshDatabase = await logDatabase();
  const stores: PostgresStore[] = [];
  const clients: Client[] = [];
  const connect = async () => {
    const client = new Client({ connectionString: database.url, application_name: 'somebody-else' });
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  const own = await connect();
  return {
    store(options = {}) {
      const opened = openPostgresStore({ url: database.url, ...options });
      stores.push(opened);
      return opened;
    },
    connect,
    rows: async <Row extends QueryResultRow>(query: string) => (await own.query<Row>(query)).rows,
    async until(query, count) {
      while ((await own.query(query)).rows.length !== count);
    },
    async close() {
      for (const client of clients) await client.end().catch(() => undefined);
      for (const store of stores) await store.close();
      await database.drop();
    },
  };
}

/** Appends that wait for the lock of another writer. */
export const WAITING = `select pid from pg_stat_activity
  where datname = current_database() and application_name = 'aanzet-log' and wait_event = 'advisory'`;

/** Connections that listen for new events. */
export const LISTENING = `select pid from pg_stat_activity
  where datname = current_database() and application_name = 'aanzet-log' and query = 'listen aanzet_log'`;
