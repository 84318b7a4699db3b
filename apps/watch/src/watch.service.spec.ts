import { WatchDown, WatchService } from '#apps/watch/src/watch.service';
import { localTimeToInstant } from '#calendar/local-date';
import { casusAfter, type Brief } from '#casus/specification';
import { E1, offered } from '#casus/stalls/stall-specification';
import { epochMs, later, plusMs, type Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { desk, type Desk } from '#tests/properties/watching/desk';

const at = localTimeToInstant;
const MINUTE = 60_000;
const START = at('2026-09-15T12:00');

/** Lets all that can go on go on, until everything stands still. */
async function quiet(): Promise<void> {
  for (let n = 0; n < 20; n++) await new Promise((resolve) => setImmediate(resolve));
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

/** Runs the watch under a clock that goes on only while the watch waits; `tell` tells the rest when it is time. */
async function running(here: Desk, until: Instant, { at: due, tell }: { at: Instant; tell: () => Promise<void> }) {
  const over = Promise.withResolvers<undefined>();
  const service = new WatchService({
    ...here.options(),
    async pause(ms, signal) {
      await quiet();
      const now = here.clock.now();
      if (now >= until) {
        over.resolve(undefined);
        await aborted(signal);
        return;
      }
      // Of the hours in which nothing comes due the last minutes will do.
      const next = [due, until, (await here.agenda.next()) ?? until].filter((one) => one > now).sort()[0] ?? until;
      here.put(later(plusMs(now, ms), plusMs(next, -3 * MINUTE)));
      if (here.clock.now() >= due) await tell();
    },
  });
  service.onApplicationBootstrap();
  await over.promise;
  await service.beforeApplicationShutdown();
}

describe('the watch as a service', () => {
  it('records within a minute of the instant, or of the fact that shows it', async () => {
    const here = desk(START);
    const accepted: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };
    const late = { ...accepted, at: '2026-09-17T10:00', recorded: '2026-09-23T11:03' };
    const whole = casusAfter(E1({ target: '2026-10-02' }), offered(), late);
    const recordedLate = at('2026-09-23T11:03');
    await here.tell({ ...whole, facts: whole.facts.filter(({ recordedAt }) => recordedAt <= START) });
    await running(here, at('2026-10-30T12:00'), { at: recordedLate, tell: () => here.tell(whole) });
    const found = await here.written();
    const types = new Set(found.map(({ type }) => type));
    expect(types).toEqual(new Set(['StallBegan', 'Escalated', 'StallCorrected', 'StallEnded']));
    const delays = found.map(({ occurredAt, recordedAt }) => {
      const shown = recordedAt < recordedLate ? START : recordedLate;
      return epochMs(recordedAt) - epochMs(later(occurredAt, shown));
    });
    expect(Math.max(...delays)).toBeLessThanOrEqual(MINUTE);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  });

  it('says for how long what came due has waited', async () => {
    const here = desk(at('2026-09-18T12:00'));
    await here.tell(casusAfter(E1(), offered()));
    await here.watch().readOn();
    const service = new WatchService(here.options());
    expect(await service.health()).toEqual({ delayMs: 0, troubles: [], unwatched: [] });
    here.put(at('2026-09-19T00:05'));
    expect(await service.health()).toMatchObject({ delayMs: 5 * MINUTE });
  });

  it('is down, and says why, while it cannot do its work', async () => {
    const here = desk(START);
    const metadata = { commandId: 'n', correlationId: 'n', causationId: 'n', actor: { partner: 'welzijn' } };
    const event = { id: 'poison', type: 'CasusDreamed', schemaVersion: 1, data: {} };
    const events = [{ ...event, metadata: { ...metadata, occurredAt: START, recordedAt: START } }];
    await here.store.append([{ stream: streamName('casus', 'other'), expected: 'any', events }]);
    const agenda = { ...here.agenda, due: () => Promise.reject(new RangeError('no table')) };
    const tried = Promise.withResolvers<undefined>();
    const service = new WatchService({
      ...here.options({ agenda }),
      async pause(_, signal) {
        await quiet();
        tried.resolve(undefined);
        await aborted(signal);
      },
    });
    await service.probe();
    service.onApplicationBootstrap();
    await tried.promise;
    await expect(service.probe()).rejects.toThrow(WatchDown);
    await expect(service.probe()).rejects.toThrow(
      'it cannot look at the clock: RangeError; casus other is not watched: the watch cannot read CasusDreamed at revision 0 of casus-other',
    );
    await service.beforeApplicationShutdown();
  });
});
