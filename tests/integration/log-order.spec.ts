import { firstBrokenLink } from '#event-sourcing/hash-chain';
import { BEGINNING, positionOf } from '#event-sourcing/position';
import { appended, appendOne, followed, happened, request, stream, upTo, wholeLog } from '#stores/contract/given';
import { sha256 } from '#stores/sha256';
import { logSession, WAITING, type LogSession } from '#tests/integration/log-session';

describe('order of the log on PostgreSQL', () => {
  let session: LogSession;
  beforeEach(async () => {
    session = await logSession();
  });
  afterEach(() => session.close());

  it('does not wait for a slow transaction of somebody else', async () => {
    const store = session.store();
    const slow = await session.connect();
    await slow.query('begin isolation level repeatable read');
    await slow.query('create table elsewhere (n int)');
    await slow.query('select pg_current_xact_id(), count(*) from log.events');
    await Promise.all(upTo(50).map((n) => store.append([request(`s${n % 5}`)])));
    expect((await followed(store, 50)).map(({ position }) => position)).toEqual(upTo(50).map((n) => positionOf(n + 1)));
    await slow.query('commit');
    await appended(store, 's0');
    expect(await store.head()).toBe(positionOf(51));
  });

  it('never shows an event before one that commits later', async () => {
    const store = session.store();
    const slow = await session.connect();
    await slow.query('begin');
    await slow.query(
      `select log.append('{1}', '{-1}', '{1}', '{0}', '', 'slow', '{"type":"slow"}', 'casus-slow', null)`,
    );
    const later = appended(store, 'later');
    await session.until(WAITING, 1);
    expect(await store.readAll({ after: BEGINNING, limit: 10 })).toEqual({
      events: [],
      position: BEGINNING,
      end: true,
    });
    await slow.query('commit');
    expect((await later).position).toBe(positionOf(2));
    expect((await wholeLog(store)).map((event) => event.stream)).toEqual(['casus-slow', 'casus-later']);
  });

  it('leaves no gap where a writer gave up', async () => {
    const store = session.store();
    const slow = await session.connect();
    await slow.query('begin');
    await slow.query(
      `select log.append('{1}', '{-1}', '{1}', '{0}', '', 'slow', '{"type":"slow"}', 'casus-slow', null)`,
    );
    const later = appended(store, 'later');
    await session.until(WAITING, 1);
    await slow.query('rollback');
    expect((await later).position).toBe(positionOf(1));
  });

  it('is one order for two writing processes and a third that reads along', async () => {
    const [one, two, reader] = [session.store(), session.store(), session.store({ pollEveryMs: 3_600_000 })];
    const reading = followed(reader, 400, { limit: 9 });
    await Promise.all(
      upTo(16).map(async (writer) => {
        const store = writer % 2 ? one : two;
        for (const n of upTo(25)) {
          await store.append([request(n % 3 ? 'shared' : `w${writer}`, { events: [happened({ writer, n })] })]);
        }
      }),
    );
    const seen = await reading;
    expect(seen.map(({ position }) => position)).toEqual(upTo(400).map((n) => positionOf(n + 1)));
    expect(firstBrokenLink(await reader.readStream(stream('shared')), sha256)).toBeUndefined();
    for (const writer of upTo(16)) {
      const said = seen.map(({ data }) => data as { writer: number; n: number }).filter((d) => d.writer === writer);
      expect(said.map(({ n }) => n)).toEqual(upTo(25));
    }
  });

  it.each(['read committed', 'serializable'])('lets one of two processes win, where %s is usual', async (level) => {
    await session.rows(`do $$ begin execute format('alter database %I set default_transaction_isolation = %L',
      current_database(), '${level}'); end $$`);
    const stores = [session.store(), session.store()];
    for (const n of upTo(25)) {
      const outcomes = await Promise.all(stores.map((store) => appendOne(store, `s${n}`, { expected: 'no-stream' })));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'wrong-revision']);
    }
  });

  it('takes a key once, whichever process it reaches', async () => {
    const stores = [session.store(), session.store()];
    for (const n of upTo(25)) {
      const idempotency = { key: `k${n}`, fingerprint: 'same' };
      const outcomes = await Promise.all(stores.map((store) => appendOne(store, 'a', { idempotency })));
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'repeated']);
    }
  });
});
