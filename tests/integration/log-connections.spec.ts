import { BEGINNING } from '#event-sourcing/position';
import { appended, followed, happened, request, stream, upTo, wholeLog } from '#stores/contract/given';
import { AppendOutcomeUnknown } from '#stores/append-outcome-unknown';
import { LISTENING, logSession, WAITING, type LogSession } from '#tests/integration/log-session';

const AN_HOUR = 3_600_000;

describe('connections of the log on PostgreSQL', () => {
  let session: LogSession;
  beforeEach(async () => {
    session = await logSession();
  });
  afterEach(() => session.close());

  const kill = async (which: string) => {
    const killed = await session.rows<{ pid: number }>(
      `select pid, pg_terminate_backend(pid) from (${which}) as which`,
    );
    expect(killed).toHaveLength(1);
    await session.until(`select 1 from pg_stat_activity where pid = ${killed[0]?.pid ?? 0}`, 0);
  };

  it('says that the outcome is unknown when the connection is lost in mid-append, and goes on', async () => {
    const store = session.store();
    const slow = await session.connect();
    await slow.query('begin');
    await slow.query(
      `select log.append('{1}', '{-1}', '{1}', '{0}', '', 'slow', '{"type":"slow"}', 'casus-slow', null)`,
    );
    const lost = Promise.allSettled([appended(store, 'a'), appended(store, 'b')]);
    await session.until(WAITING, 1);
    await kill(WAITING);
    for (const outcome of await lost) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(AppendOutcomeUnknown) as unknown });
    }
    await slow.query('rollback');
    await appended(store, 'a', { expected: 'no-stream' });
    expect(await wholeLog(store)).toHaveLength(1);
  });

  it('goes on when an idle connection was closed by the server', async () => {
    const store = session.store();
    await appended(store, 'a');
    await kill(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'aanzet-log'`,
    );
    const again = await store.append([request('a')]).catch(() => store.append([request('a')]));
    expect(again).toMatchObject([{ outcome: 'appended', revision: 1 }]);
  });

  it('hears of the events of another process without looking', async () => {
    const [reader, writer] = [session.store({ pollEveryMs: AN_HOUR }), session.store()];
    const stop = new AbortController();
    const pages = reader.subscribe({ after: BEGINNING, signal: stop.signal })[Symbol.asyncIterator]();
    for (const n of upTo(5)) {
      const next = pages.next();
      await appended(writer, 'a', { events: [happened({ n })] });
      expect(await next).toMatchObject({ value: { events: [{ data: { n } }] } });
    }
    stop.abort();
  });

  it('finds the events of another process by looking, where it cannot listen', async () => {
    const [reader, writer] = [session.store({ pollEveryMs: 5, listen: false }), session.store()];
    const reading = followed(reader, 3);
    for (const n of upTo(3)) await appended(writer, 'a', { events: [happened({ n })] });
    expect(await reading).toHaveLength(3);
    expect(await session.rows(LISTENING)).toEqual([]);
  });

  it('listens again after the connection was dropped, and misses nothing', async () => {
    const [reader, writer] = [session.store({ pollEveryMs: 5 }), session.store()];
    const reading = followed(reader, 3);
    await session.until(LISTENING, 1);
    await appended(writer, 'a');
    await kill(LISTENING);
    await appended(writer, 'a');
    await session.until(LISTENING, 1);
    await appended(writer, 'a');
    expect((await reading).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it('fails only the call that the server refuses, of those that share a batch', async () => {
    const store = session.store();
    await session.rows(`alter table log.events add check (type <> 'refused')`);
    const outcomes = await Promise.allSettled([
      appended(store, 'a'),
      appended(store, 'b', { events: [happened({}, 'refused')] }),
      appended(store, 'c'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.readStream(stream('b'))).toEqual([]);
    expect(await wholeLog(store)).toHaveLength(2);
  });
});
