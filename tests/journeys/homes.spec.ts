import { jest } from '@jest/globals';
import { playBoth } from '#tests/integration/read-session';
import { allocationTown, type AllocationTown, type Json } from '#tests/journeys/allocation-town';
import { wrongsOf } from '#tests/journeys/api-rules';
import { journeyClock } from '#tests/journeys/town';

jest.setTimeout(300_000);

const ROUNDS = 100;
const AT_ONCE = 50;
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };
const candidate = { casus: 'eva', step: 'E9' };
/** Housing steps of the corporation besides. */
const MORE = Array.from({ length: 9 }, (_, n) => `E${40 + n}`);
const NEED = {
  ...{ rooms: 2, stepFree: true, lift: false, neighbourhoods: ['Zuid'], incomeClass: 'low', from: '2026-12-01' },
};

const list = (body: Json, name: string): readonly Json[] => body[name] as readonly Json[];

describe('homes of a corporation over HTTP', () => {
  let town: AllocationTown;
  beforeAll(async () => {
    town = await allocationTown(journeyClock());
    await playBoth(town.session.store);
    for (const step of MORE) {
      const plan = { step, title: 'Woning zoeken', category: 'housing', owner: 'corporatie', agreed: { how: 'phone' } };
      expect((await town.post('casus/eva/steps', plan, 'sociaal-team')).status).toBe(201);
    }
    const all = (body: Json) => new Set(list(body, 'needNotDescribed').map(({ step }) => step));
    await town.until('work-list', (body) => ['E9', ...MORE].every((step) => all(body).has(step)));
  });
  afterAll(() => town.close());

  const register = (home: string) => town.post('homes', { home, features: FEATURES, freeFrom: '2026-12-15' });

  it('of fifty who reserve one home for ten candidates at once one succeeds, the others hear in which state it is: a hundred times', async () => {
    const candidates = ['E9', ...MORE].map((step) => ({ casus: 'eva', step }));
    for (let round = 0; round < ROUNDS; round++) {
      const home = `haag-${round}`;
      await register(home);
      const tried = Array.from({ length: AT_ONCE }, (_, n) =>
        town.post(`homes/${home}/reserve`, { candidate: candidates[n % candidates.length] }),
      );
      const answers = await Promise.all(tried);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const lost = answers.filter(({ status }) => status !== 200);
      expect(
        new Set(lost.map(({ status, body }) => `${status} ${String(body['code'])} ${String(body['state'])}`)),
      ).toEqual(new Set(['409 home-not-in-this-state reserved']));
      expect((await town.post(`homes/${home}/release`, { reason: 'other' })).status).toBe(200);
    }
  });

  it('are kept for a candidate one at a time, also when ten are reserved at once', async () => {
    const homes = Array.from({ length: 10 }, (_, n) => `beuk-${n}`);
    for (const home of homes) await register(home);
    const forOne = { candidate: { casus: 'eva', step: 'E40' } };
    const answers = await Promise.all(homes.map((home) => town.post(`homes/${home}/reserve`, forOne)));
    const kept = homes.filter((_, n) => answers[n]?.status === 200);
    expect(kept).toHaveLength(1);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(
      new Set(lost.map(({ status, body }) => `${status} ${String(body['code'])} ${String(body['home'])}`)),
    ).toEqual(new Set([`409 candidate-has-home ${kept.join()}`]));
    expect((await town.post(`homes/${kept.join()}/release`, { reason: 'other' })).status).toBe(200);
    const other = homes.find((home) => home !== kept[0]) ?? '';
    expect((await town.post(`homes/${other}/reserve`, forOne)).status).toBe(200);
  });

  it('are taken up again under the key with which they were reserved, and stand by the revision that If-Match names', async () => {
    await register('iep-1');
    const key = { 'idempotency-key': 'iep-1.for.eva' };
    const first = await town.post('homes/iep-1/reserve', { candidate }, 'corporatie', key);
    const again = await town.post('homes/iep-1/reserve', { candidate }, 'corporatie', key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const other = await town.post('homes/iep-1/release', { reason: 'other' }, 'corporatie', key);
    expect(other.status).toBe(422);

    const stale = await town.post('homes/iep-1/offer', { expiresOn: '2026-11-25' }, 'corporatie', {
      'if-match': '"0"',
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'revision-stale', revision: 1 } });
    expect(await town.get('homes/iep-1')).toMatchObject({ status: 200, etag: '"1"', body: { status: 'reserved' } });
  });

  it('refuse what their state does not allow, with that state', async () => {
    await register('els-1');
    const refusals: readonly (readonly [path: string, body: object, code: string, state: string])[] = [
      ['homes/els-1/let', { from: '2026-12-15' }, 'home-not-in-this-state', 'available'],
      ['homes/els-1/accept', { offer: 'offer-1' }, 'home-not-in-this-state', 'available'],
    ];
    for (const [path, body, code, state] of refusals) {
      expect(await town.post(path, body)).toMatchObject({ status: 409, body: { code, state } });
    }
    expect((await town.post('homes/els-1/withdraw', { reason: 'sold' })).status).toBe(200);
    expect(await town.post('homes/els-1/let', { from: '2026-12-15' })).toMatchObject({
      status: 409,
      body: { code: 'home-not-in-this-state', state: 'withdrawn', needs: ['accepted'] },
    });
    expect((await town.post('homes/els-1/free', { freeFrom: '2027-01-01' })).status).toBe(200);
    expect(await register('els-1')).toMatchObject({ status: 409, body: { code: 'home-exists' } });
    expect((await town.get('homes?status=withdrawn')).body).toEqual({ items: [], next: null });
  });

  it('refuse others, what they do not know, and what does not fit, without repeating it', async () => {
    expect(await town.post('homes/els-1/withdraw', { reason: 'sold' }, 'sociaal-team')).toMatchObject({ status: 403 });
    expect(await town.get('work-list', 'sociaal-team')).toMatchObject({
      status: 403,
      body: { code: 'not-the-landlord', landlord: 'corporatie' },
    });
    expect(await town.post('homes/nowhere/withdraw', { reason: 'sold' })).toMatchObject({
      status: 404,
      body: { code: 'home-unknown' },
    });
    const stranger = { candidate: { casus: 'eva', step: 'E4' } };
    expect(await town.post('homes/els-1/reserve', stranger)).toMatchObject({
      status: 404,
      body: { code: 'candidate-unknown', step: 'E4' },
    });
    const marked = { home: 'els-2', features: { ...FEATURES, rooms: 0, note: 'MERKTEKEN' }, freeFrom: '2026-02-30' };
    const refused = await town.post('homes', marked);
    expect(refused).toMatchObject({ status: 400, body: { code: 'fields-invalid' } });
    expect(list(refused.body, 'errors').map(({ field }) => field)).toEqual(
      expect.arrayContaining(['features.rooms', 'features.note', 'freeFrom']),
    );
    expect(JSON.stringify(refused.body)).not.toContain('MERKTEKEN');
    expect(await town.get('homes?status=painted')).toMatchObject({ status: 400 });
  });

  it('are sought without a word of care: there is no free text, and what is told is told to whoever may know it', async () => {
    const withCare = { ...NEED, note: 'MERKTEKEN dementie' };
    const refused = await town.post('casus/eva/housing-need', withCare, 'sociaal-team');
    expect(refused).toMatchObject({ status: 400, body: { code: 'fields-invalid', errors: [{ field: 'note' }] } });
    expect(JSON.stringify(refused.body)).not.toContain('dementie');
    expect(await town.get('casus/eva/housing-need')).toMatchObject({ status: 200, body: { need: null } });

    expect((await town.post('casus/eva/housing-need', NEED, 'sociaal-team')).status).toBe(200);
    const told = await town.get('casus/eva/housing-need');
    const steps = ['E9', ...MORE].map((step) => ({ step, owner: 'corporatie' }));
    expect(told.body).toMatchObject({ need: NEED, priority: false, steps });
    expect(Object.keys(told.body['need'] as object).sort()).toEqual([...Object.keys(NEED), 'support'].sort());
    expect(await town.get('casus/eva/housing-need', 'onderwijs')).toMatchObject({
      status: 403,
      body: { code: 'category-not-allowed', category: 'housing' },
    });
    expect(await town.get('casus/eva/housing-need', 'zorgaanbieder')).toMatchObject({ status: 403 });
    expect(await town.get('casus/eva/housing-need', 'huisarts')).toMatchObject({ status: 404 });
    expect(await town.get('casus/nobody/housing-need')).toMatchObject({ status: 404 });

    // Without a basis for it the corporation still has its step, and nothing of what is sought.
    const withdrawn = { partner: 'corporatie', categories: ['housing'] };
    expect((await town.post('casus/eva/bases/withdraw', withdrawn, 'sociaal-team')).status).toBe(200);
    const { status, body } = await town.get('casus/eva/housing-need');
    expect([status, body]).toMatchObject([200, { need: null, describedAt: null, priority: false }]);
    expect(list(body, 'steps').map(({ step }) => step)).toContain('E9');
  });
});

describe('a step that is offered to a corporation', () => {
  let town: AllocationTown;
  beforeAll(async () => {
    town = await allocationTown(journeyClock());
    await playBoth(town.session.store);
  });
  afterAll(() => town.close());

  it('stands on the work list until it is taken on, of which the casus is told at once', async () => {
    const step = { step: 'E20', title: 'Wisselwoning zoeken', category: 'housing', owner: 'sociaal-team' };
    expect((await town.post('casus/eva/steps', step, 'sociaal-team')).status).toBe(201);
    const offer = { handoff: 'O20', to: 'corporatie', kind: 'warm' };
    expect((await town.post('casus/eva/steps/E20/handoffs', offer, 'sociaal-team')).status).toBe(201);
    const offered = await town.until('work-list', (body) => list(body, 'offeredSteps')[0]);
    expect(offered).toMatchObject({ handoff: 'O20', step: 'E20', from: 'sociaal-team', category: 'housing' });

    const accept = `candidates/${String(offered['casus'])}/handoffs/O20/accept`;
    expect(await town.post(accept)).toMatchObject({ status: 200, body: { events: ['StepTakenOn'] } });
    await town.until('casus/eva/steps/E20', (body) => body['owner'] === 'corporatie', 'sociaal-team');
    await town.until('work-list', (body) => list(body, 'offeredSteps').length === 0);
    await town.until('work-list', (body) => list(body, 'needNotDescribed').some((one) => one['step'] === 'E20'));
    expect(await town.post(accept)).toMatchObject({ status: 404, body: { code: 'offered-step-unknown' } });
  });

  it('and all of the service is described as the rules for APIs ask', async () => {
    const { body } = await town.get('openapi.json');
    expect(Object.keys(body['paths'] as object)).toEqual(
      expect.arrayContaining(['/v1/homes/{home}/reserve', '/v1/work-list', '/v1/casus/{casus}/housing-need']),
    );
    expect(await wrongsOf(body)).toEqual([]);
  });

  it('waits for no home any more once it is reported done, though another is still to confirm that', async () => {
    const step = {
      ...{ step: 'E22', title: 'Woning zoeken', category: 'housing', owner: 'corporatie', agreed: { how: 'phone' } },
      confirmedBy: 'sociaal-team',
    };
    expect((await town.post('casus/eva/steps', step, 'sociaal-team')).status).toBe(201);
    const inNeed = async () =>
      list((await town.get('casus/eva/housing-need')).body, 'steps').find((one) => one['step'] === 'E22');
    expect(await inNeed()).toMatchObject({ state: 'open', waitingSince: expect.stringContaining('2026-') as string });
    expect((await town.post('casus/eva/steps/E22/complete')).status).toBe(200);
    expect(await inNeed()).toMatchObject({ state: 'reported', waitingSince: null });
  });

  it('keeps what the casus refuses on the work list, with its code', async () => {
    const step = {
      step: 'E21',
      title: 'Nog een woning zoeken',
      category: 'housing',
      owner: 'corporatie',
      agreed: { how: 'phone' },
    };
    expect((await town.post('casus/eva/steps', step, 'sociaal-team')).status).toBe(201);
    await town.until('work-list', (body) => list(body, 'needNotDescribed').some((one) => one['step'] === 'E21'));
    await town.post('casus/eva/steps/E21/wait-for', { waitingFor: { kind: 'resident' }, reason: 'overleg' });
    await town.post('homes', { home: 'berk-1', features: FEATURES, freeFrom: '2026-12-15' });
    await town.post('homes/berk-1/reserve', { candidate: { casus: 'eva', step: 'E21' } });

    const refused = await town.until('work-list', (body) => list(body, 'refusedAnswers')[0]);
    expect(refused).toMatchObject({ command: 'start-step', about: 'E21', code: 'not-in-this-state' });
  });
});
