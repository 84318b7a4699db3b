import { instant } from '#event-sourcing/instant';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { CasusUnreachable } from '#apps/allocation/src/casus-api';
import { lookUp } from '#apps/allocation/src/errands/looking';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';

const NOW = instant('2026-11-20T11:00:00Z');
const MANY = Array.from({ length: 120 }, (_, n) => `casus-${String(n).padStart(3, '0')}`);

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
  async function look(...faulty: readonly string[]) {
    const asked: string[] = [];
    const api = {
      housingNeed(casus: string) {
        asked.push(casus);
        return faulty.includes(casus) ? Promise.reject(new CasusUnreachable('status 500')) : Promise.resolve(undefined);
      },
    };
    const work = lookUp({ db: storage.db, api, partner: 'corporatie' }, NOW, new AbortController().signal);
    return { outcome: await work.catch((error: unknown) => error), asked };
  }

  it('is not held up by casus that cannot be asked, says so, and asks those again', async () => {
    // More than are read at once, and the first of all.
    const faulty = MANY.slice(0, 60);
    const first = await look(...faulty);
    expect(first.outcome).toBeInstanceOf(CasusUnreachable);
    expect(first.asked).toEqual(MANY);

    expect(await look()).toEqual({ outcome: true, asked: faulty });
    expect(await look()).toEqual({ outcome: false, asked: [] });
  });
});
