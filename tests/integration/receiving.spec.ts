import { instant } from '#event-sourcing/instant';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { PublicName } from '#messaging/contract/public-events';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { receiving, type Receive, type Receiving } from '#apps/allocation/src/receiving';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';

const CASUS = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
const AT = '2026-11-20T09:00:00.000Z';
const MIDNIGHT = '2026-11-23T23:00:00.000Z';

type Brief = readonly [name: PublicName & keyof Receiving, more?: object];

const promise = { promise: 'P1', promisedBy: 'corporatie', to: 'sociaal-team', due: '2026-11-23' };
const handoff = { handoff: 'O2', step: 'E9', from: 'sociaal-team', to: 'corporatie', category: 'housing' };

describe('what public events do to the service of a corporation', () => {
  let database: FreshDatabase;
  let storage: AllocationStorage;
  beforeEach(async () => {
    database = await freshDatabase();
    storage = await openAllocation(database.url);
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  async function receive(usual: object, briefs: readonly Brief[]): Promise<void> {
    const handlers = receiving('corporatie');
    for (const [n, [name, more]] of briefs.entries()) {
      const data = { occurredAt: AT, ...usual, ...more };
      const about = { id: `event-${n}`, subject: CASUS, time: instant(AT), sequence: String(n), dataref: '/' };
      // Each brief names its event and has what its handler reads; the compiler cannot follow the pairing.
      await (handlers[name] as Receive)({ ...about, name, data } as unknown as PublicEvent, storage.db);
    }
  }

  const made: Brief = ['casus.promise-made'];
  const broken: Brief = ['casus.promise-broken', { occurredAt: MIDNIGHT }];
  const kept: Brief = ['casus.promise-kept'];
  const released: Brief = ['casus.promise-released'];
  const later: Brief = ['casus.promise-renegotiated', { due: '2026-11-30' }];
  const lateOfOld: Brief = ['casus.promise-broken', { occurredAt: MIDNIGHT, due: '2026-11-30' }];
  const brokenAgain: Brief = ['casus.promise-broken', { occurredAt: '2026-11-30T23:00:00.000Z', due: '2026-11-30' }];
  const [open, isBroken] = [
    { due: '2026-11-23', broken: false },
    { due: '2026-11-23', broken: true },
  ];

  it.each<readonly [string, readonly Brief[], readonly object[]]>([
    ['made', [made], [open]],
    ['told, and confirmed', [made, ['casus.promise-confirmed']], [open]],
    ['made, kept', [made, kept], []],
    ['made, released', [made, released], []],
    ['made, broken', [made, broken], [isBroken]],
    ['made, broken, kept late', [made, broken, kept], []],
    ['made, kept, and said to be broken by a watch that was down', [made, kept, broken], []],
    ['made, released, and said to be broken by a watch that was down', [made, released, broken], []],
    ['made, broken, another day', [made, broken, later], [{ due: '2026-11-30', broken: false }]],
    [
      'made, another day, and said to be broken by a watch that was down',
      [made, later, lateOfOld],
      [{ due: '2026-11-30', broken: false }],
    ],
    ['made, another day, broken again', [made, later, lateOfOld, brokenAgain], [{ due: '2026-11-30', broken: true }]],
    ['the same again', [made, broken, broken], [isBroken]],
  ])('keep a promise that is to be kept on the list: %s', async (_, briefs, rows) => {
    await receive(promise, briefs);
    expect(await storage.db.selectFrom('promises').select(['due', 'broken']).execute()).toEqual(rows);
  });

  const offered: Brief = ['casus.handoff-offered'];
  const answers = (['accepted', 'declined', 'withdrawn', 'expired'] as const).map((end): Brief => [
    `casus.handoff-${end}`,
  ]);

  it('keep an offered step on the list until it is answered, withdrawn or expired, also when that is said twice', async () => {
    const rows = () => storage.db.selectFrom('offered_steps').select(['handoff', 'step']).execute();
    for (const end of answers) {
      await receive(handoff, [offered, offered]);
      expect(await rows()).toEqual([{ handoff: 'O2', step: 'E9' }]);
      await receive(handoff, [end, ...answers]);
      expect(await rows()).toEqual([]);
    }
    await receive(handoff, [
      offered,
      ['casus.handoff-declined', { handoff: 'O1' }],
      ['casus.handoff-offered', { handoff: 'O3' }],
    ]);
    expect((await rows()).map((row) => row.handoff).sort()).toEqual(['O2', 'O3']);
  });

  it('of others leave the lists as they are', async () => {
    await receive({ ...promise, promisedBy: 'welzijn' }, [made, broken]);
    await receive({ ...handoff, to: 'welzijn' }, [offered]);
    expect(await storage.db.selectFrom('promises').selectAll().execute()).toEqual([]);
    expect(await storage.db.selectFrom('offered_steps').selectAll().execute()).toEqual([]);
  });
});
