import { randomUUID } from 'node:crypto';
import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import type { Candidate } from '#homes/home';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import { SAMPLE_ALLOCATION } from '#homes/matching/suitable-allocation';
import { searchEvent, type SearchEvent } from '#homes/search/search-events';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { Candidates } from '#apps/allocation/src/candidates';
import { Shelf } from '#apps/allocation/src/shelf';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';

const at = instant('2026-11-20T09:00Z');
const freeFrom = localDate('2026-12-01');
const features = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };
const PROFILE = { rooms: 2, stepFree: true, lift: false, neighbourhoods: [], incomeClass: 'low', from: freeFrom };
/** In the order in which they have waited, the last with urgency. */
const TEN: readonly Candidate[] = Array.from({ length: 10 }, (_, n) => ({ casus: `casus-${n}`, step: 'S1' }));

describe('a home that falls free', () => {
  let database: FreshDatabase;
  let storage: AllocationStorage;
  let candidates: Candidates;
  const found = async () => (await candidates.found(at)).map(({ casus, home }) => [casus, home]);

  async function append(stream: StreamName, ...events: readonly (HomeEvent | SearchEvent)[]): Promise<void> {
    const metadata = { commandId: 'c', actor: { partner: 'corporatie' }, occurredAt: at, recordedAt: at };
    const proposed = events.map((event) => ({
      ...event,
      id: randomUUID(),
      metadata: { ...metadata, correlationId: 'c', causationId: 'c' },
    }));
    await storage.store.append([{ stream, expected: 'any', events: proposed }]);
  }
  const register = (home: string) =>
    append(streamName('home', home), homeEvent('HomeRegistered', { landlord: 'corporatie', features, freeFrom }));

  beforeEach(async () => {
    database = await freshDatabase();
    storage = await openAllocation(database.url);
    candidates = new Candidates(storage.db, new Shelf(storage.store), SAMPLE_ALLOCATION);
    for (const [n, { casus, step }] of TEN.entries()) {
      const profile = JSON.stringify(PROFILE);
      await storage.db
        .insertInto('searching')
        .values({ casus, profile, priority: n === 9 })
        .execute();
      const waiting = { state: 'waiting', waiting_since: instant(`2026-11-${String(10 + n)}T09:00Z`) } as const;
      await storage.db
        .insertInto('candidates')
        .values({ casus, step, ...waiting })
        .execute();
      await append(streamName('search', casus), searchEvent('NoFitRecorded', { step }));
    }
  });
  afterEach(async () => {
    await storage.close();
    await database.drop();
  });

  it('is found for the first in line of all who wait for one, and for no other', async () => {
    expect(await found()).toEqual([]);
    await register('linde-4');
    expect(await found()).toEqual([['casus-9', 'linde-4']]);
    await append(streamName('search', 'casus-9'), searchEvent('FittingHomeFound', { step: 'S1', home: 'linde-4' }));
    // It is still theirs, so those behind go on waiting.
    expect(await found()).toEqual([]);
    await register('linde-5');
    expect(await found()).toEqual([['casus-0', 'linde-5']]);
  });

  it('counts for whoever stands before the others, and not once that household has another', async () => {
    await register('linde-4');
    const [first, , second] = ['casus-9', 'casus-5', 'casus-0'].map((casus) => ({ casus, step: 'S1' }));
    const fitting = async (one: Candidate | undefined) => one && (await candidates.prospect(one, at)).fitting;
    expect([await fitting(first), await fitting(second)]).toEqual([['linde-4'], []]);

    const let_ = homeEvent('HomeLet', { candidate: { casus: 'casus-9', step: 'S1' }, from: freeFrom });
    await register('linde-6');
    await append(streamName('home', 'linde-6'), let_);
    expect(await candidates.prospect({ casus: 'casus-9', step: 'S1' }, at)).toEqual({
      ...{ home: 'linde-6', isReady: false, fitting: [], resumedAt: undefined },
    });
    expect(await fitting(second)).toEqual(['linde-4']);
    const home = (await candidates.homes(at)).map(([one]) => one).find(({ id }) => id === 'linde-4');
    const beside = home && (await candidates.beside(home, at)).map(({ seeker }) => seeker.candidate.casus);
    expect(beside?.[0]).toBe('casus-0');
    expect(beside).not.toContain('casus-9');
  });

  it('is found for whom it is kept, wherever that one stands', async () => {
    await register('linde-4');
    const candidate = { casus: 'casus-5', step: 'S1' };
    await append(streamName('home', 'linde-4'), homeEvent('HomeReserved', { candidate }));
    expect(await found()).toEqual([['casus-5', 'linde-4']]);
  });
});
