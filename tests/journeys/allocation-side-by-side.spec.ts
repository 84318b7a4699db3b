import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { demoClock, systemClock } from '#platform/system-clock';
import { undoing } from '#platform/undoing';
import { playBoth } from '#tests/integration/read-session';
import { allocationTown, CASUS_SIDE, clientOf, type Json } from '#tests/journeys/allocation-town';
import { served } from '#tests/journeys/services';

jest.setTimeout(120_000);

const NOON = instant('2026-11-20T11:00:00.000Z');
const NEED = { rooms: 2, stepFree: true, lift: false, neighbourhoods: [], incomeClass: 'low', from: '2026-12-01' };
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };
const candidate = { casus: 'eva', step: 'E9' };

const list = (body: Json, name: string): readonly Json[] => body[name] as readonly Json[];

describe('two services of one corporation side by side', () => {
  const opened = undoing();
  afterAll(() => opened.all());

  it('both serve, tell the casus everything once, and go on when either is killed', async () => {
    const startedAt = systemClock.now();
    const town = await allocationTown(demoClock(NOON, startedAt), {}, CASUS_SIDE);
    opened.add(() => town.close());
    await playBoth(town.session.store);
    const env = {
      ...{ DATABASE_URL: town.session.url, AANZET_NOW: NOON, AANZET_NOW_SINCE: startedAt },
      ...{ AANZET_CASUS_URL: town.url, AANZET_INSIGHT_URL: town.url },
    };
    const start = async () => {
      const service = await served('allocation', env);
      opened.add(async () => {
        service.kill('SIGKILL');
        await service.ended;
      });
      return { service, ...clientOf(service.url) };
    };
    const [first, second] = await Promise.all([start(), start()]);
    const stepOf = (state: string) =>
      town.until('casus/eva/steps/E9', (body) => body['state'] === state && body, 'sociaal-team');
    const isReady = (body: Json) => list(body, 'readyCandidates').some(({ step }) => step === 'E9');

    expect((await town.post('casus/eva/housing-need', NEED, 'sociaal-team')).status).toBe(200);
    await Promise.all([first.until('work-list', isReady), second.until('work-list', isReady)]);
    expect((await first.post('homes', { home: 'linde-4', features: FEATURES, freeFrom: '2026-12-15' })).status).toBe(
      201,
    );
    expect((await second.post('homes/linde-4/reserve', { candidate })).status).toBe(200);
    expect((await first.post('homes/linde-4/offer', { expiresOn: '2026-12-01' })).status).toBe(200);
    await stepOf('waiting');

    first.service.kill('SIGKILL');
    expect((await second.post('homes/linde-4/accept', { offer: 'offer-1' })).status).toBe(200);
    await stepOf('open');
    // One of the two that were killed by then had sent.
    const third = await start();
    second.service.kill('SIGKILL');
    expect((await third.post('homes/linde-4/let', { from: '2026-12-15' })).status).toBe(200);
    await stepOf('done');

    const acts = (await town.get('casus/eva/timeline?limit=500', 'sociaal-team')).body;
    const own = list(acts, 'items').filter(({ by }) => (by as Json)['person'] === 'allocation-service');
    expect(own.map(({ type }) => type)).toEqual(['StepStarted', 'WaitingStarted', 'WaitingResumed', 'StepCompleted']);
    expect((await third.get('work-list')).body).toMatchObject({ homesInHand: [], refusedAnswers: [] });
  });
});
