import { jest } from '@jest/globals';
import { casusIdOf } from '#commands/casus-id';
import { playBoth } from '#tests/integration/read-session';
import { allocationTown, type AllocationTown, type Json } from '#tests/journeys/allocation-town';
import { journeyClock } from '#tests/journeys/town';

jest.setTimeout(60_000);

const DAY = 24 * 60;
const EVA = casusIdOf('eva');
const NO_FIT = `candidates/${EVA}/steps/E9/no-fit`;
const NEED = { rooms: 3, stepFree: true, lift: false, neighbourhoods: ['Lindenkwartier'], incomeClass: 'low' };
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Lindenkwartier', rentCents: 65_000 };

const list = (body: Json, name: string): readonly Json[] => body[name] as readonly Json[];

describe('that no home fits', () => {
  const clock = journeyClock();
  let town: AllocationTown;
  beforeAll(async () => {
    town = await allocationTown(clock);
    await playBoth(town.session.store);
  });
  afterAll(() => town.close());

  const e9 = (state: string, act: string) =>
    town.until('casus/eva/steps/E9', (one) => one['state'] === state && one['act'] === act && one, 'sociaal-team');
  const inWorkList = (name: string, fits: (one: Json) => boolean = () => true) =>
    town.until('work-list', (body) => list(body, name).find((one) => one['casus'] === EVA && fits(one)));

  /** The step waits for supply, and the corporation has heard so. */
  async function waitsForSupply(): Promise<Json> {
    expect(await e9('waiting', 'provide')).toMatchObject({ onTheMove: 'supply:passende woning' });
    return inWorkList('readyCandidates', ({ state }) => state === 'waiting');
  }

  it('is recorded of nobody of whom it is not described what is sought', async () => {
    await inWorkList('needNotDescribed');
    expect(await town.post(NO_FIT)).toMatchObject({ status: 409, body: { code: 'candidate-not-ready', step: 'E9' } });
  });

  it('has supply waited for until a day, comes back to the corporation then, and is recorded anew', async () => {
    const need = { ...NEED, from: '2026-12-01' };
    expect((await town.post('casus/eva/housing-need', need, 'sociaal-team')).status).toBe(200);
    await inWorkList('readyCandidates');
    expect(await town.post(NO_FIT, { until: '2026-11-19' })).toMatchObject({
      status: 400,
      body: { code: 'until-before-today' },
    });
    expect((await town.post(NO_FIT)).status).toBe(200);
    expect(await waitsForSupply()).toMatchObject({ noFitUntil: '2026-12-04' });
    expect(await town.post(NO_FIT)).toMatchObject({
      status: 409,
      body: { code: 'no-fit-recorded', until: '2026-12-04' },
    });

    clock.pass(15 * DAY);
    expect(await e9('open', 'chase')).toMatchObject({ onTheMove: 'corporatie' });
    expect(await inWorkList('readyCandidates', ({ state }) => state === 'open')).toMatchObject({ noFitUntil: null });
    expect((await town.post(NO_FIT, { until: '2026-12-11' })).status).toBe(200);
    await waitsForSupply();
  });

  it('is recorded anew before that day where the director ended the waiting', async () => {
    clock.pass(60);
    expect((await town.post('casus/eva/steps/E9/resume', {}, 'sociaal-team')).status).toBe(200);
    await inWorkList('readyCandidates', ({ state }) => state === 'open');
    clock.pass(60);
    expect((await town.post(NO_FIT)).status).toBe(200);
    await waitsForSupply();
  });

  const toE9 = (command: string, body: object = {}) => town.post(`casus/eva/steps/E9/${command}`, body, 'sociaal-team');
  async function directorEndsWaiting(): Promise<void> {
    clock.pass(60);
    expect((await toE9('resume')).status).toBe(200);
    await inWorkList('readyCandidates', ({ state }) => state === 'open');
    clock.pass(60);
  }
  const OTHERWISE = { waitingFor: { kind: 'resident' }, reason: 'overleg', until: '2026-12-18' };

  it('is not taken by the casus where the director has the step wait for somebody, and can be recorded again then', async () => {
    await directorEndsWaiting();
    expect((await toE9('wait-for', OTHERWISE)).status).toBe(200);
    expect((await town.post(NO_FIT)).status).toBe(200);
    expect(await inWorkList('refusedAnswers')).toMatchObject({ command: 'wait-for', code: 'not-in-this-state' });
    await inWorkList('readyCandidates', ({ noFitUntil, state }) => noFitUntil === null && state === 'waiting');
    await directorEndsWaiting();
    expect((await town.post(NO_FIT)).status).toBe(200);
    expect(await waitsForSupply()).toHaveProperty('noFitUntil', expect.stringMatching(/^2026-12-/));
  });

  it('leaves alone what the director had the step wait for since, when a home falls free after all', async () => {
    await directorEndsWaiting();
    expect((await toE9('wait-for', OTHERWISE)).status).toBe(200);
    const features = { ...FEATURES, rooms: 3 };
    expect((await town.post('homes', { home: 'linde-8', features, freeFrom: '2026-12-15' })).status).toBe(201);
    await inWorkList('readyCandidates', ({ noFitUntil }) => noFitUntil === null);
    // Whatever followed from that it was found is through once this is refused.
    const candidate = { casus: EVA, step: 'E9' };
    expect((await town.post('homes/linde-8/reserve', { candidate })).status).toBe(200);
    expect(await inWorkList('refusedAnswers', ({ command }) => command === 'start-step')).toMatchObject({
      about: 'E9',
    });
    expect(await e9('waiting', 'provide')).toMatchObject({ onTheMove: 'resident' });
  });

  it('is recorded of nobody who has a home', async () => {
    expect(await town.post(NO_FIT)).toMatchObject({
      status: 409,
      body: { code: 'candidate-has-home', home: 'linde-8' },
    });
  });
});
