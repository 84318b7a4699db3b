import { jest } from '@jest/globals';
import { casusIdOf } from '#commands/casus-id';
import type { CloudEvent } from '#messaging/contract/cloud-event';
import type { Environment } from '#platform/settings';
import { playBoth } from '#tests/integration/read-session';
import { allocationTown, type AllocationTown, type Json } from '#tests/journeys/allocation-town';
import { journeyClock } from '#tests/journeys/town';

jest.setTimeout(60_000);

const KEES = casusIdOf('kees-marianne');
const EVA = casusIdOf('eva');
const NEED = {
  ...{ rooms: 2, stepFree: true, lift: false, neighbourhoods: ['Lindenkwartier'], incomeClass: 'low' },
  ...{ from: '2026-12-01', support: { arranged: true, from: '2026-12-01' } },
};
const EVAS = { casus: EVA, step: 'E9' };
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Lindenkwartier', rentCents: 65_000 };

const list = (body: Json, name: string): readonly Json[] => body[name] as readonly Json[];

/** What brings public events to the corporation: by which settings, and how that is ended. */
export interface Way {
  readonly environment: Environment;
  /** Checks that this is what is heard of homes by the same way; absent where there is none. */
  readonly hears?: (feed: readonly CloudEvent[]) => Promise<void>;
  close(): Promise<void>;
}

/** Homes for Kees and Marianne (K15) and for Eva (E9), from the corporation's side, whatever brings the events. */
export function allocationJourney(open: () => Promise<Way>): void {
  const clock = journeyClock();
  let way: Way;
  let town: AllocationTown;
  beforeAll(async () => {
    way = await open();
    town = await allocationTown(clock, way.environment);
    await playBoth(town.session.store);
  });
  afterAll(async () => {
    await town.close();
    await way.close();
  });

  const K = 'casus/kees-marianne';
  const register = (home: string, features: object = {}) =>
    town.post('homes', { home, features: { ...FEATURES, ...features }, freeFrom: '2026-12-15' });
  const stepOf = (step: string, state: string, casus = 'kees-marianne') =>
    town.until(`casus/${casus}/steps/${step}`, (body) => body['state'] === state && body, 'sociaal-team');
  const ready = (casus: string) =>
    town.until('work-list', (body) => list(body, 'readyCandidates').find((one) => one['casus'] === casus));

  it('is looked for when urgency is granted, they decide to move, and it is described what they seek', async () => {
    const decision = {
      ...{ step: 'K10', product: 'urgentie', decidedBy: 'gemeente-wonen', outcome: 'granted', ground: 'mantelzorg' },
    };
    expect((await town.post(`${K}/decisions`, decision, 'gemeente-wonen')).status).toBe(201);
    expect((await town.post(`${K}/steps/K10/complete`, {}, 'gemeente-wonen')).status).toBe(200);
    expect((await town.post(`${K}/steps/K11/complete`, {}, 'sociaal-team')).status).toBe(200);
    const undescribed = await town.until('work-list', (body) =>
      list(body, 'needNotDescribed').find((one) => one['casus'] === KEES && one['state'] === 'open'),
    );
    expect(undescribed).toMatchObject({ step: 'K15', reference: 'kees-marianne' });

    expect((await town.post(`${K}/housing-need`, NEED, 'sociaal-team')).status).toBe(200);
    expect(await ready(KEES)).toMatchObject({ step: 'K15', priority: true, state: 'open', noFitUntil: null });
  });

  it('shows every candidate beside a home, with every reason', async () => {
    expect((await town.post('casus/eva/housing-need', { ...NEED, rooms: 3 }, 'sociaal-team')).status).toBe(200);
    expect(await ready(EVA)).toMatchObject({ step: 'E9', priority: false });
    expect(await register('linde-4')).toMatchObject({
      status: 201,
      body: { home: 'linde-4', events: ['HomeRegistered'] },
    });

    const { body } = await town.get('homes/linde-4/candidates');
    expect(body).toMatchObject({ allocation: { year: 2026, sample: true } });
    const [first, second] = list(body, 'items');
    expect(first).toMatchObject({ casus: KEES, step: 'K15', place: 1, fits: true });
    expect(second).toMatchObject({ casus: EVA, step: 'E9', place: null, fits: false });
    expect(list(second ?? {}, 'reasons')).toContainEqual({ rule: 'rooms', fits: false, sought: 3, home: 2 });
    expect(list(first ?? {}, 'reasons').map(({ rule }) => rule)).toEqual([
      ...['rooms', 'step-free', 'lift', 'neighbourhood', 'rent', 'from', 'support'],
    ]);
  });

  it('is reserved, offered, accepted and let; the casus is told each time, until K15 is done', async () => {
    const candidate = { casus: 'kees-marianne', step: 'K15' };
    expect((await town.post('homes/linde-4/reserve', { candidate })).status).toBe(200);
    await town.until(
      `${K}/timeline?limit=500`,
      (body) => list(body, 'items').some(({ type, step }) => type === 'StepStarted' && step === 'K15'),
      'sociaal-team',
    );

    clock.pass(10);
    expect((await town.post('homes/linde-4/offer', { expiresOn: '2026-11-25' })).status).toBe(200);
    expect(await stepOf('K15', 'waiting')).toMatchObject({ onTheMove: 'resident', owner: 'corporatie' });

    clock.pass(60);
    expect((await town.post('homes/linde-4/accept', { offer: 'offer-1' })).status).toBe(200);
    expect(await stepOf('K15', 'open')).toMatchObject({ onTheMove: 'corporatie' });

    clock.pass(60);
    const let_ = await town.post('homes/linde-4/let', { from: '2026-12-15' });
    expect(let_).toMatchObject({ status: 200, body: { events: ['HomeLet'] } });
    await stepOf('K15', 'done');
    await stepOf('K16', 'open');
    const onlyEva = (body: Json) => list(body, 'readyCandidates').every(({ casus }) => casus === EVA) && body;
    const work = await town.until('work-list', onlyEva);
    expect(work['refusedAnswers']).toEqual([]);
    expect(list(work, 'readyCandidates').map(({ casus }) => casus)).toEqual([EVA]);
    const acts = (await town.get(`${K}/timeline?limit=500`, 'sociaal-team')).body;
    const own = list(acts, 'items').filter(({ by }) => (by as Json)['person'] === 'allocation-service');
    expect(own.map(({ type }) => type)).toEqual(['StepStarted', 'WaitingStarted', 'WaitingResumed', 'StepCompleted']);
  });

  it('that is not there for Eva books the time to supply, until one that fits falls free (E9)', async () => {
    expect((await town.post(`candidates/${EVA}/steps/E9/no-fit`)).status).toBe(200);
    expect(await stepOf('E9', 'waiting', 'eva')).toMatchObject({ onTheMove: 'supply:passende woning' });
    expect((await town.post(`candidates/${EVA}/steps/E9/no-fit`)).body).toMatchObject({ code: 'no-fit-recorded' });
    clock.pass(24 * 60);
    const ledger = (await town.get('casus/eva/ledger', 'sociaal-team')).body;
    const lines = list(list(ledger, 'steps').find(({ step }) => step === 'E9') ?? {}, 'lines');
    expect(lines.find(({ line }) => line === 'supply:passende woning')).toMatchObject({ minutes: 1440 });

    await register('linde-6', { rooms: 3 });
    expect(await stepOf('E9', 'open', 'eva')).toMatchObject({ onTheMove: 'corporatie' });
    expect((await town.post(`candidates/${EVA}/steps/E9/no-fit`)).body).toMatchObject({
      code: 'fitting-home-there',
      homes: ['linde-6'],
    });
    expect((await town.post('homes/linde-6/reserve', { candidate: EVAS })).status).toBe(200);
    expect((await town.get('work-list')).body).toMatchObject({
      homesInHand: [{ home: 'linde-6', status: 'reserved', ...EVAS }],
      refusedAnswers: [],
    });
  });

  it('that Eva does not answer for in time frees itself, is offered anew and let (E9, to its end)', async () => {
    expect((await town.post('homes/linde-6/offer', { expiresOn: '2026-11-24' })).status).toBe(200);
    expect(await stepOf('E9', 'waiting', 'eva')).toMatchObject({ onTheMove: 'resident' });
    clock.pass(5 * 24 * 60);
    expect(await stepOf('E9', 'open', 'eva')).toMatchObject({ onTheMove: 'corporatie', act: 'chase' });
    const home = await town.until('homes/linde-6', (body) => list(body, 'offers').length > 0 && body);
    expect(home).toMatchObject({ status: 'available', offers: [{ offer: 'offer-1', outcome: 'expired' }] });

    expect((await town.post('homes/linde-6/reserve', { candidate: EVAS })).status).toBe(200);
    expect((await town.post('homes/linde-6/offer', { expiresOn: '2026-12-01' })).status).toBe(200);
    await stepOf('E9', 'waiting', 'eva');
    clock.pass(60);
    expect((await town.post('homes/linde-6/accept', { offer: 'offer-2' })).status).toBe(200);
    await stepOf('E9', 'open', 'eva');
    expect((await town.post('homes/linde-6/let', { from: '2026-12-15' })).status).toBe(200);
    await stepOf('E9', 'done', 'eva');
    expect(await stepOf('E15', 'open', 'eva')).toMatchObject({ onTheMove: 'sociaal-team' });
    const work = await town.until('work-list', (body) => list(body, 'readyCandidates').length === 0 && body);
    expect(work).toMatchObject({ homesInHand: [], refusedAnswers: [] });
  });

  it('is told in public, to the corporation alone, without a word of for whom', async () => {
    const feed = await town.homeFeed();
    const told = feed.filter(({ subject }) => subject === 'linde-6').map(({ type }) => type);
    expect(told.map((type) => type.replace(/^nl\.aanzet\.home\.|\.v1$/g, ''))).toEqual([
      ...['registered', 'reserved', 'offered', 'offer-expired'],
      ...['reserved', 'offered', 'accepted', 'let'],
    ]);
    expect(JSON.stringify(feed)).not.toMatch(new RegExp(`${EVA}|${KEES}|E9|K15`));
    expect(await town.get('home-feed?partner=sociaal-team')).toMatchObject({
      status: 403,
      body: { code: 'not-the-landlord' },
    });
    await way.hears?.(feed);
  });
}
