import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { demoClock, systemClock } from '#platform/system-clock';
import { undoing } from '#platform/undoing';
import { freshDatabase } from '#tests/engines/database';
import { startBroker } from '#tests/engines/kafka/broker';
import { playBoth } from '#tests/integration/read-session';
import { allocationTown, CASUS_SIDE, clientOf, type Json } from '#tests/journeys/allocation-town';
import { ownFolder } from '#tests/journeys/processes';
import { served } from '#tests/journeys/services';

jest.setTimeout(120_000);

const NOON = instant('2026-11-20T11:00:00.000Z');
const NEED = { rooms: 2, stepFree: true, lift: false, neighbourhoods: [], incomeClass: 'low', from: '2026-12-01' };
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

const list = (body: Json, name: string): readonly Json[] => body[name] as readonly Json[];

describe('a corporation that has nothing but its own database, Kafka and three addresses', () => {
  const opened = undoing();
  afterAll(() => opened.all());

  it('hears of candidates, and its answers reach the casus', async () => {
    const broker = await startBroker();
    opened.add(() => broker.remove());
    const kafka = { KAFKA_BROKERS: broker.brokers, KAFKA_PARTITIONS: '3' };
    const startedAt = systemClock.now();
    const town = await allocationTown(demoClock(NOON, startedAt), kafka, CASUS_SIDE);
    opened.add(() => town.close());
    await playBoth(town.session.store);
    const [own, folder] = [await freshDatabase(), ownFolder()];
    opened.add(() => own.drop());
    const service = await served('allocation', {
      // A home of nobody, so that no embedded database is found either.
      ...{ ...kafka, ALLOCATION_DATABASE_URL: own.url, AANZET_HOME: folder.path },
      ...{ AANZET_CASUS_URL: town.url, AANZET_INSIGHT_URL: town.url, AANZET_FEED_URL: town.url },
      ...{ AANZET_NOW: NOON, AANZET_NOW_SINCE: startedAt },
    });
    const corporation = clientOf(service.url);

    await corporation.until('work-list', (body) => list(body, 'needNotDescribed').some(({ step }) => step === 'E9'));
    expect((await town.post('casus/eva/housing-need', NEED, 'sociaal-team')).status).toBe(200);
    await corporation.until('work-list', (body) => list(body, 'readyCandidates').some(({ step }) => step === 'E9'));
    expect(
      (await corporation.post('homes', { home: 'linde-4', features: FEATURES, freeFrom: '2026-12-15' })).status,
    ).toBe(201);
    const candidate = { casus: 'eva', step: 'E9' };
    expect((await corporation.post('homes/linde-4/reserve', { candidate })).status).toBe(200);
    expect((await corporation.post('homes/linde-4/offer', { expiresOn: '2026-12-01' })).status).toBe(200);
    await town.until('casus/eva/steps/E9', ({ state, onTheMove }) => state === 'waiting' && onTheMove, 'sociaal-team');
    expect((await corporation.get('work-list')).body).toMatchObject({ refusedAnswers: [] });

    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
    folder.remove();
  });
});
