import { jest } from '@jest/globals';
import { S } from '#tests/journeys/bad-input/bad-input';
import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

jest.setTimeout(120_000);

const PLAN = { title: 'Een stap', category: 'housing', owner: 'sociaal-team' };
const BEHIND = { ...PLAN, step: 'E2', after: ['E1'], target: '2026-12-11' };

const warning = (step: string, due: string, ...steps: readonly object[]) => ({
  code: 'blocked-beyond-target',
  detail: 'What must be done first may take until the last day of this step, or beyond it.',
  step,
  due,
  steps,
});

describe('a plan that cannot be met', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    await town.post(S, { ...PLAN, step: 'E1', target: '2026-12-11' });
  });
  afterAll(() => town.close());

  const lastEvent = async () => (await town.events()).at(-1);

  it('is recorded all the same, with a warning at once', async () => {
    const { status, body } = await town.post(S, BEHIND, { headers: { 'idempotency-key': 'plan-E2' } });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { step: 'E2', warnings: [warning('E2', '2026-12-11', { step: 'E1', day: '2026-12-11' })] },
    });
    expect(await lastEvent()).toMatchObject({ type: 'StepPlanned', data: { step: 'E2', target: '2026-12-11' } });
  });

  it('is warned of no more once it can be met, and again when it cannot: what stands behind it too', async () => {
    const sooner = await town.post(`${S}/E1/replan`, { target: '2026-12-10' });
    expect(sooner).toMatchObject({ status: 200, body: { events: ['StepReplanned'], warnings: [] } });
    const later = await town.post(`${S}/E1/replan`, { target: '2026-12-18' });
    expect(later.body['warnings']).toEqual([warning('E2', '2026-12-11', { step: 'E1', day: '2026-12-18' })]);
    const own = await town.post(`${S}/E2/replan`, { target: '2026-12-31', notBefore: '2027-01-04' });
    expect(own.body['warnings']).toMatchObject([{ code: 'starts-after-target', step: 'E2', due: '2026-12-31' }]);
  });

  it('needs no target: null takes it away, and the start too', async () => {
    const cleared = await town.post(`${S}/E2/replan`, { target: null, notBefore: null });
    expect(cleared).toMatchObject({ status: 200, body: { events: ['StepReplanned'], warnings: [] } });
    const { body } = await town.get(`/v1/casus/eva/steps/E2?atLeast=${String(cleared.headers['consistency-token'])}`);
    expect(body).toMatchObject({ step: 'E2', lastDay: null, startsOn: null });
  });

  it('has the same answer when the same comes again, whatever happened since', async () => {
    const before = (await town.events()).length;
    const again = await town.post(S, BEHIND, { headers: { 'idempotency-key': 'plan-E2' } });
    expect(again.body['warnings']).toEqual([warning('E2', '2026-12-11', { step: 'E1', day: '2026-12-11' })]);
    expect(await town.events()).toHaveLength(before);
  });

  it('is in the OpenAPI document', async () => {
    const { body } = await town.get('/v1/openapi.json');
    expect(JSON.stringify(body)).toContain('"warnings":{"type":"array"');
  });
});
