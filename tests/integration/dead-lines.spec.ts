import { jest } from '@jest/globals';
import { setImmediate as soon } from 'node:timers/promises';
import { sql } from 'kysely';
import { BEGINNING, positionOf } from '#event-sourcing/position';
import type { FeedMessage } from '#messaging/feed/feed';
import { runRelay } from '#messaging/relay/relay';
import { leadershipBy } from '#platform/database/leadership';
import { whatFailed } from '#platform/what-failed';
import { checkpoints } from '#read-models/projector/checkpoints';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { AppendOutcomeUnknown } from '#stores/append-outcome-unknown';
import { appended, stream } from '#stores/contract/given';
import { openPostgresStore, type PostgresStore } from '#stores/postgres/postgres-store';
import { openLine, type Line } from '#tests/engines/line';
import { readSession, type ReadSession } from '#tests/integration/read-session';

jest.setTimeout(60_000);

/** Far more than an answer takes here, far less than TCP waits. */
const LIMIT_MS = '3000';
const NAME = 'mevrouw Verzonnen';

describe('a line to PostgreSQL that goes dead', () => {
  let session: ReadSession;
  let line: Line;
  let db: ReadDatabase;
  let store: PostgresStore;
  let stop: AbortController;
  beforeEach(async () => {
    stop = new AbortController();
    session = await readSession();
    line = await openLine(session.url);
    const url = new URL(line.url);
    url.searchParams.set('query_timeout', LIMIT_MS);
    db = openReadDatabase({ url: url.href, connections: 2 });
    store = openPostgresStore({ url: url.href, connections: 1, pollEveryMs: 5, listen: false });
  });
  afterEach(async () => {
    stop.abort();
    await db.destroy();
    await store.close();
    await line.close();
    await session.close();
  });

  it('fails what is asked over it in a transaction, of which no value is told, and is nobody else’s', async () => {
    const failing = db.transaction().execute(async (transaction) => {
      await sql`select ${NAME}`.execute(transaction);
      line.goDead();
      await sql`select ${NAME}`.execute(transaction);
    });
    const fault: unknown = await failing.catch((error: unknown) => error);
    expect(whatFailed(fault)).toMatchObject({ name: 'Error', message: 'Query read timeout' });
    expect(JSON.stringify(whatFailed(fault))).not.toContain(NAME);
    const { rows } = await sql<{ is: number }>`select 1 as is`.execute(db);
    expect(rows).toEqual([{ is: 1 }]);
  });

  it('leaves unknown whether something was appended, and the next time it is known', async () => {
    await appended(store, 'a');
    line.goDead();
    await expect(appended(store, 'a')).rejects.toThrow(AppendOutcomeUnknown);
    await appended(store, 'a', { expected: 0 });
    expect(await store.readStream(stream('a'))).toHaveLength(2);
  });

  it('fails what is read of the log, and the next read is over another', async () => {
    await appended(store, 'a');
    await store.head();
    line.goDead();
    await expect(store.head()).rejects.toThrow('Query read timeout');
    expect(await store.head()).not.toBe(BEGINNING);
  });

  it('holds up whoever leads no longer than that: it says so, and goes on', async () => {
    const said: string[] = [];
    const sent: FeedMessage[] = [];
    const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const say = (fields: object) => void said.push(JSON.stringify(fields));
    const log = { warn: say, error: say };
    const running = runRelay(
      {
        ...{ checkpoint: 'spec', store, checkpoints: checkpoints(db), log, pause: () => soon() },
        leadership: leadershipBy(db, 'spec', () => soon()),
        messages: {
          categories: ['casus'],
          of: (events) =>
            Promise.resolve({
              messages: events.map(({ id }) => ({ topic: 'spec', key: 'a', value: id, headers: {} })),
              count: events.length,
            }),
        },
        feed: {
          ensureTopics: () => Promise.resolve(),
          follow: () => Promise.reject(new Error('nobody follows here')),
          close: () => Promise.resolve(),
          producer: () =>
            Promise.resolve({
              close: () => Promise.resolve(),
              send(messages) {
                sent.push(...messages);
                return Promise.resolve();
              },
            }),
        },
      },
      stop.signal,
      ({ state, position }) => {
        if (state !== 'sending' || position === BEGINNING) return;
        (position === positionOf(1) ? first : second).resolve(undefined);
      },
    );
    await appended(session.store, 'a');
    await first.promise;
    line.goDead();
    await appended(session.store, 'a');
    await second.promise;
    stop.abort();
    await running;
    expect(said.filter((each) => !each.includes('"message":"Query read timeout"'))).toEqual([]);
    expect(sent).toHaveLength(2);
  });
});
