import { once } from 'node:events';
import { setImmediate as soon } from 'node:timers/promises';
import { sql } from 'kysely';
import { aborted } from '#messaging/transport/aborted';
import { leadershipBy, type PromptLeadership } from '#platform/database/leadership';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { openLine, type Line } from '#tests/engines/line';

/** Somebody who would lead, over connections of its own. */
interface Candidate {
  /** Settles when its turn comes, with what aborts when it may not go on. */
  readonly leads: Promise<AbortSignal>;
  readonly ended: Promise<void>;
  readonly stop: AbortController;
}

describe('leadership by a lock of PostgreSQL', () => {
  let own: FreshDatabase;
  let db: ReadDatabase;
  let opened: ReadDatabase[];
  let standing: Candidate[];
  beforeEach(async () => {
    own = await freshDatabase();
    opened = [];
    standing = [];
    db = openReadDatabase({ url: own.url });
  });
  afterEach(async () => {
    for (const { stop } of standing) stop.abort();
    await Promise.allSettled(standing.map(({ ended }) => ended));
    await Promise.all([db, ...opened].map((one) => one.destroy()));
    await own.drop();
  });

  function stand(): Candidate {
    const connections = openReadDatabase({ url: own.url });
    opened.push(connections);
    const stop = new AbortController();
    const { promise: leads, resolve } = Promise.withResolvers<AbortSignal>();
    const leadership = leadershipBy(connections, 'spec', () => soon());
    const ended = leadership.lead(stop.signal, async (leading) => {
      resolve(leading);
      if (!leading.aborted) await once(leading, 'abort');
    });
    const candidate = { leads, ended, stop };
    standing.push(candidate);
    return candidate;
  }

  const holders = async () =>
    (
      await sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db)
    ).rows;
  async function loseConnection(): Promise<void> {
    const [holder] = await holders();
    await sql`select pg_terminate_backend(${holder?.pid})`.execute(db);
  }

  it('is one at a time, and passes on when the first is stopped', async () => {
    const first = stand();
    const leading = await first.leads;
    const second = stand();
    expect(await holders()).toHaveLength(1);
    first.stop.abort();
    await first.ended;
    expect(leading.aborted).toBe(true);
    expect((await second.leads).aborted).toBe(false);
  });

  it('ends for whoever loses the connection of the lock, and another leads', async () => {
    const first = stand();
    const leading = await first.leads;
    const second = stand();
    await loseConnection();
    await first.ended;
    expect([leading.aborted, first.stop.signal.aborted]).toEqual([true, false]);
    expect((await second.leads).aborted).toBe(false);
    expect(await holders()).toHaveLength(1);
  });

  it('is had again by whoever asks again, after it was lost', async () => {
    const { leads, ended } = stand();
    await leads;
    await loseConnection();
    await ended;
    expect((await stand().leads).aborted).toBe(false);
  });

  it('rejects with what the work rejects with, and is free then', async () => {
    const leadership = leadershipBy(db, 'spec', () => soon());
    const failing = leadership.lead(new AbortController().signal, () => Promise.reject(new Error('work')));
    await expect(failing).rejects.toThrow('work');
    expect(await holders()).toEqual([]);
  });

  describe('of which the connection goes dead', () => {
    let line: Line;
    let patience: PromiseWithResolvers<undefined>;
    let leadership: PromptLeadership;
    let far: ReadDatabase;
    const stop = new AbortController();
    beforeEach(async () => {
      line = await openLine(own.url);
      far = openReadDatabase({ url: line.url });
      patience = Promise.withResolvers();
      const waits = async (signal: AbortSignal) => {
        await Promise.race([patience.promise, aborted(signal)]);
      };
      leadership = leadershipBy(far, 'spec', () => soon(), waits);
    });
    afterEach(() => line.close());

    function goDead(): void {
      line.goDead();
      patience.resolve(undefined);
    }

    it('ends for whoever has it, whose connections can be closed, and another leads', async () => {
      await leadership.lead(stop.signal, async (leading) => {
        goDead();
        await aborted(leading);
      });
      await far.destroy();
      const other = stand();
      expect((await other.leads).aborted).toBe(false);
      expect(await holders()).toHaveLength(1);
    });

    it('rejects with what the work rejects with', async () => {
      const failing = leadership.lead(stop.signal, () => {
        goDead();
        return Promise.reject(new Error('work'));
      });
      await expect(failing).rejects.toThrow('work');
      await far.destroy();
    });

    it('is asked for in vain, and again over a connection that is alive', async () => {
      const first = stand();
      await first.leads;
      const dead = leadership.tryLead(stop.signal, () => Promise.resolve());
      expect(await dead).toBe(false);
      goDead();
      await expect(leadership.tryLead(stop.signal, () => Promise.resolve())).rejects.toThrow('did not answer');
      patience = Promise.withResolvers();
      first.stop.abort();
      await first.ended;
      expect(await leadership.tryLead(stop.signal, () => Promise.resolve())).toBe(true);
      await far.destroy();
    });
  });
});
