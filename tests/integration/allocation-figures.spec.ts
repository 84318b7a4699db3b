import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import { inboxIn } from '#messaging/inbox/inbox';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { openTelemetry } from '#platform/telemetry/open-telemetry';
import { openAllocation, type AllocationStorage } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { sendFigures } from '#apps/allocation/src/figures-sent';
import { Shelf } from '#apps/allocation/src/shelf';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { answeringWork } from '#tests/integration/answering-work';

const candidate = { casus: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11', step: 'E9' };
const recordedAt = instant('2026-11-20T09:00Z');
const now = instant('2026-11-20T09:10Z');
const features = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };
const LIFE: readonly HomeEvent[] = [
  homeEvent('HomeRegistered', { landlord: 'corporatie', features, freeFrom: localDate('2026-12-01') }),
  homeEvent('HomeReserved', { candidate }),
];

describe('the figures of the allocation service', () => {
  const telemetry = openTelemetry('spec', {
    OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
    OTEL_METRIC_EXPORT_INTERVAL: 60_000,
  });
  let health: ReceivingHealth = { state: 'receiving' };
  let database: FreshDatabase;
  let storage: AllocationStorage;
  let endFigures: () => void;

  async function figures(): Promise<Readonly<Record<string, number>>> {
    const text = await telemetry.figures();
    const lines = text.matchAll(/^aanzet_((?:receiving|events|answers)\w*) (\S+)$/gm);
    return Object.fromEntries([...lines].map(([, name = '', value]): [string, number] => [name, Number(value)]));
  }

  beforeAll(async () => {
    database = await freshDatabase();
    storage = await openAllocation(database.url);
    endFigures = sendFigures({
      ...{ ...storage, shelf: new Shelf(storage.store) },
      ...{ clock: { now: () => now }, receiving: () => health },
    });
  });
  afterAll(async () => {
    endFigures();
    await telemetry.close();
    await storage.close();
    await database.drop();
  });

  it('tell whether events come in, what was put aside, and what of the answers waits or was refused', async () => {
    expect(await figures()).toEqual({ receiving: 1, events_parked: 0, answers_delay: 0, answers_refused: 0 });

    health = { state: 'troubled', why: 'place-unknown' };
    await inboxIn({ ...storage, schema: SCHEMA, consumer: SCHEMA, sources: [] }).take(
      { place: 'aanzet.partner.corporatie 0 7', content: 'no JSON' },
      () => Promise.resolve(),
    );
    const about = { commandId: 'c', correlationId: 'c', causationId: 'c', actor: { partner: 'corporatie' } };
    const events = LIFE.map((event, n) => ({
      ...{ ...event, id: `event-${n}` },
      metadata: { ...about, occurredAt: recordedAt, recordedAt },
    }));
    await storage.store.append([{ stream: streamName('home', 'linde-4'), expected: 'no-stream', events }]);
    expect(await figures()).toEqual({ receiving: 0, events_parked: 1, answers_delay: 600_000, answers_refused: 0 });

    const answer = answeringWork(storage, () => Promise.resolve({ result: 'refused', code: 'not-in-this-state' }), now);
    while (await answer(new AbortController().signal));
    expect(await figures()).toEqual({ receiving: 0, events_parked: 1, answers_delay: 0, answers_refused: 1 });
  });
});
