import { BEGINNING, positionOf } from '#event-sourcing/position';
import { eventStoreContract } from '#stores/contract/event-store-contract';
import { events, request, stream } from '#stores/contract/given';
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

  it('looks through so much of the log at most in one statement, says how far that was, and finds all', async () => {
    const own = await logDatabase();
    const store = openPostgresStore({ url: own.url, lookThrough: 2 });
    const partner = stream('welzijn', 'partner');
    await store.append([request('a', { events: events(5) }), request('welzijn', { stream: partner }), request('b')]);
    const filter = { limit: 10, categories: ['partner'] };
    const found: string[] = [];
    const reached: string[] = [];
    for (let [after, end] = [BEGINNING, false]; !end;) {
      const page = await store.readAll({ after, ...filter });
      found.push(...page.events.map((event) => event.stream));
      reached.push(page.position);
      [after, end] = [page.position, page.end];
    }
    expect(found).toEqual([partner]);
    expect(reached).toEqual([2, 4, 6, 7].map(positionOf));
    const followed = new AbortController();
    for await (const page of store.subscribe({ after: BEGINNING, signal: followed.signal, ...filter })) {
      if (page.events.length > 0) followed.abort();
    }
    await store.close();
    await own.drop();
  });
});
