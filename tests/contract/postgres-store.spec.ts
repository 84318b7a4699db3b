import { eventStoreContract } from '#stores/contract/event-store-contract';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { logDatabase } from '#tests/engines/log-database';
import type { FreshDatabase } from '#tests/engines/database';
import { Client } from 'pg';

describe('PostgreSQL store', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await logDatabase();
  });
  afterAll(() => database.drop());

  eventStoreContract(async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('truncate log.events, log.appends');
    await client.end();
    const store = openPostgresStore({ url: database.url });
    return { store, positions: 'counted', close: () => store.close() };
  });
});
