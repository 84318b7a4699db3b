import { localDate } from '#calendar/local-date';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import type { HousingNeedView } from '#read-models/housing-need/query';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { CasusUnreachable } from '#apps/allocation/src/casus-api';
import { lookUp } from '#apps/allocation/src/errands/looking';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';

const NOW = instant('2026-11-20T11:00:00Z');
const MANY = Array.from({ length: 120 }, (_, n) => `casus-${String(n).padStart(3, '0')}`);

const HOUSING_NEED: HousingNeedView = {
  ...{ casus: 'casus-000', reference: 'eva', describedAt: NOW, priority: false, steps: [] },
  need: {
    ...{ rooms: 2, stepFree: true, lift: false, neighbourhoods: ['Zuid'], incomeClass: 'low', support: null },
    from: localDate('2026-12-01'),
  },
};

interface Looking {
  readonly faulty?: readonly string[];
  readonly at?: Instant;
  readonly view?: HousingNeedView;
}

describe('asking for housing needs', () => {
  let database: FreshDatabase;
  let storage: AllocationStorage;
  beforeAll(async () => {
    database = await freshDatabase();
    storage = await openAllocation(database.url);
    await storage.db
      .insertInto('searching')
      .values(MANY.map((casus) => ({ casus })))
      .execute();
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });

  /** Asks all, of which these cannot be asked; gives which were. */
  async function look({ faulty = [], at = NOW, view }: Looking = {}) {
    const asked: string[] = [];
    const api = {
      housingNeed(casus: string) {
        asked.push(casus);
        return faulty.includes(casus) ? Promise.reject(new CasusUnreachable('status 500')) : Promise.resolve(view);
      },
    };
    const work = lookUp({ db: storage.db, api, partner: 'corporatie' }, at, new AbortController().signal);
    return { outcome: await work.catch((error: unknown) => error), asked };
  }

  it('is not held up by casus that cannot be asked, says so, and asks those again', async () => {
    // More than are read at once, and the first of all.
    const faulty = MANY.slice(0, 60);
    const first = await look({ faulty });
    expect(first.outcome).toBeInstanceOf(CasusUnreachable);
    expect(first.asked).toEqual(MANY);

    expect(await look()).toEqual({ outcome: true, asked: faulty });
    expect(await look()).toEqual({ outcome: false, asked: [] });
  });

  it('asks again after a day where it keeps what is sought, for a basis may have been withdrawn', async () => {
    const [casus = ''] = MANY;
    const profile = async () =>
      (await storage.db.selectFrom('searching').select('profile').where('casus', '=', casus).executeTakeFirst())
        ?.profile;
    await storage.db.updateTable('searching').set({ wanted: 9 }).where('casus', '=', casus).execute();
    await look({ view: HOUSING_NEED });
    expect(await profile()).toMatchObject({ rooms: 2 });
    const tomorrow = instant('2026-11-21T11:00:00Z');
    expect((await look({ at: plusMs(tomorrow, -1) })).asked).toEqual([]);

    expect((await look({ at: tomorrow, view: { ...HOUSING_NEED, need: null } })).asked).toEqual([casus]);
    expect(await profile()).toBeNull();
    expect((await look({ at: plusMs(tomorrow, 2 * 24 * 60 * 60 * 1000) })).asked).toEqual([]);
  });
});
