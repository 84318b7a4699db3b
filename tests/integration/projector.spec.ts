import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import type { ProposedEvent } from '#event-sourcing/event';
import { PoisonEvent } from '#event-sourcing/poison-event';
import { timeline } from '#read-models/timeline/query';
import { changes } from '#read-models/changes/query';
import { nextSteps } from '#read-models/next-steps/query';
import { nextStepsView } from '#read-models/next-steps/projection';
import { catchUp } from '#read-models/projector/catch-up';
import { watchLevels, type Levels } from '#read-models/projector/levels';
import { startProjector, type Projector } from '#read-models/projector/projector';
import type { ViewOver } from '#read-models/projector/view';
import { VIEW_NAMES } from '#read-models/view-name';
import { readBoard, toldBoard } from '#tests/integration/board';
import { histories, playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { sql } from 'kysely';

const NOW = instant('2026-11-20T12:00+01:00');
const NEVER = new AbortController().signal;

interface Said {
  readonly fields: object;
  readonly message: string;
}

/** A log that keeps what is said. */
function listening() {
  const errors: Said[] = [];
  const warnings: Said[] = [];
  const log = {
    error: (fields: object, message: string) => void errors.push({ fields, message }),
    warn: (fields: object, message: string) => void warnings.push({ fields, message }),
  };
  return { log, errors, warnings };
}

describe('projecting', () => {
  let session: ReadSession;
  let levels: Levels;
  const projectors: Projector[] = [];
  const start = (options: Partial<Parameters<typeof startProjector>[0]> = {}) => {
    const projector = startProjector({ ...session, ...listening(), pause: () => Promise.resolve(), ...options });
    projectors.push(projector);
    return projector;
  };
  const level = async () => levels.waitUntil(VIEW_NAMES, await session.store.head(), NEVER);
  const isTheDomains = async () => {
    const told = [...(await histories(session.store)).values()];
    expect(await readBoard(session.db, NOW)).toEqual(toldBoard(told, NOW));
  };

  beforeEach(async () => {
    session = await readSession();
    levels = watchLevels(session);
  });
  afterEach(async () => {
    await Promise.all(projectors.splice(0).map((projector) => projector.stop()));
    await levels.close();
    await session.close();
  });

  it('follows the log from the beginning, then live', async () => {
    const projector = start();
    await playBoth(session.store);
    expect(await level()).toBe(true);
    await isTheDomains();
    expect(projector.health().map(({ state }) => state)).toEqual(VIEW_NAMES.map(() => 'running'));
  });

  it('loses and doubles nothing with two projectors at once', async () => {
    start({ batch: 3 });
    start({ batch: 5, db: session.anotherDb() });
    await playBoth(session.store);
    await level();
    await isTheDomains();
    const { rows } = await sql<{ lines: number; events: number }>`
      select (select count(*)::int from read.timeline_v1) as lines,
        (select count(*)::int from log.events where stream like 'casus-%') as events`.execute(session.db);
    expect(rows[0]?.lines).toBe(rows[0]?.events);
  }, 30_000);

  it('writes rows and checkpoint together or not at all, when it is killed between them', async () => {
    await playBoth(session.store);
    let kills = 3;
    const killed: ViewOver = (store, casusOf) => {
      const view = nextStepsView(store, casusOf);
      return {
        ...view,
        digest: async (events) => {
          const digest = await view.digest(events);
          return {
            ...digest,
            async write(trx) {
              await digest.write(trx);
              if (kills-- > 0) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx);
            },
          };
        },
      };
    };
    const heard = listening();
    start({ views: [killed], batch: 20, log: heard.log });
    start({ views: [nextStepsView], batch: 20, db: session.anotherDb() });
    await levels.waitUntil(['next-steps'], await session.store.head(), NEVER);
    await isTheDomains();
    expect(heard.errors).toEqual([]);
  });

  it('goes on after the database was out of reach', async () => {
    await playBoth(session.store);
    let failures = 2;
    const store = {
      ...session.store,
      readStream: (...of: Parameters<typeof session.store.readStream>) => {
        if (failures-- > 0) return Promise.reject(new Error('connection refused'));
        return session.store.readStream(...of);
      },
      subscribe: (options: Parameters<typeof session.store.subscribe>[0]) => {
        if (failures-- > 0) throw new Error('connection refused');
        return session.store.subscribe(options);
      },
    };
    const heard = listening();
    start({ store, log: heard.log });
    await level();
    await isTheDomains();
    expect(heard.errors).toEqual([]);
    expect(heard.warnings).toHaveLength(2);
  });

  const stray = (type: string, data: object): ProposedEvent => ({
    id: 'stray',
    type,
    schemaVersion: 1,
    data,
    metadata: {
      commandId: 'c',
      correlationId: 'c',
      causationId: 'c',
      actor: { partner: 'sociaal-team' },
      occurredAt: NOW,
      recordedAt: NOW,
    },
  });

  it('stops at an event that it cannot take, says which, and keeps all before it; others go on', async () => {
    await playBoth(session.store);
    const { rows } = await sql<{ stream: string }>`
      select stream from log.events where stream like 'casus-%' order by position limit 1`.execute(session.db);
    const stream = streamName('casus', String(rows[0]?.stream).slice('casus-'.length));
    const [poisoned] = await session.store.append([
      { stream, expected: 'any', events: [stray('StepCompleted', { step: 'nowhere' })] },
      { stream: streamName('casus', 'later'), expected: 'any', events: [stray('CasusOpened', { reference: 'x' })] },
    ]);
    const heard = listening();
    const projector = start({ log: heard.log });
    if (poisoned?.outcome !== 'appended') throw new Error('not appended');
    const stopped = () =>
      projector
        .health()
        .filter(({ state }) => state === 'stopped')
        .map(({ view }) => view)
        .sort();
    await levels.waitUntil(['handoffs', 'partners'], await session.store.head(), NEVER);
    while (stopped().length < 5) await levels.moved(NEVER);
    expect(stopped()).toEqual(['casus-summary', 'dealings', 'next-steps', 'stalls', 'timeline']);
    const [said] = heard.errors.filter(({ fields }) => 'view' in fields && fields.view === 'next-steps');
    expect(said).toMatchObject({
      message: 'projection stopped at an event',
      fields: { view: 'next-steps', type: 'StepCompleted', stream, revision: poisoned.revision },
    });
    const lines = await timeline(session.db, { casus: 'eva', at: NOW, latestFirst: true, limit: 1 });
    expect(lines.rows[0]?.type).toBe('StepCompleted');
    expect((await nextSteps(session.db, { at: NOW, casus: 'eva' })).rows).toHaveLength(7);
    await expect(catchUp(session)).rejects.toThrow(PoisonEvent);
  });

  it('finds the one event whose rows the table cannot hold', async () => {
    await playBoth(session.store);
    await sql`alter table read.timeline_v1 add check (type <> 'HandoffDeclined')`.execute(session.db);
    await expect(catchUp(session)).rejects.toMatchObject({ name: 'PoisonEvent', type: 'HandoffDeclined' });
    const { rows } = await sql<{ before: number; first: number }>`
      select (select count(*)::int from read.timeline_v1) as before,
        (select count(*)::int from log.events where stream like 'casus-%' and position <
          (select min(position) from log.events where type = 'HandoffDeclined')) as first`.execute(session.db);
    expect(rows[0]?.before).toBe(rows[0]?.first);
  });

  it('lets a reader wait for its own write, or give up', async () => {
    await playBoth(session.store);
    const head = await session.store.head();
    const leaving = new AbortController();
    const waiting = levels.waitUntil(['next-steps'], head, leaving.signal);
    leaving.abort();
    expect(await waiting).toBe(false);
    const patient = levels.waitUntil(VIEW_NAMES, head, NEVER);
    expect(await catchUp(session)).toBe(head);
    expect(await patient).toBe(true);
    expect(await catchUp(session)).toBe(head);
  });

  it('tells of changes once every view shows them, each once, from any position on', async () => {
    await playBoth(session.store);
    await catchUp({ ...session, views: [nextStepsView] });
    expect((await changes(session.db, { limit: 10 })).changes).toEqual([]);
    await catchUp(session);
    const all = await changes(session.db, { limit: 1000 });
    expect(all.position).toBe(await session.store.head());
    const first = await changes(session.db, { limit: 50 });
    const rest = await changes(session.db, { after: first.position, limit: 1000 });
    expect([...first.changes, ...rest.changes]).toEqual(all.changes);
    const kees = await changes(session.db, { limit: 1000, casus: 'kees-marianne' });
    expect(kees.changes).toEqual(all.changes.filter(({ casus }) => casus === 'kees-marianne'));
    expect(await changes(session.db, { after: all.position, limit: 10 })).toEqual({
      changes: [],
      position: all.position,
    });
  });
});
