import { once } from 'node:events';
import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { homeEvent } from '#homes/home-events';
import { openLog } from '#platform/logging';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { bell } from '#apps/allocation/src/errands/bell';
import { runErrands } from '#apps/allocation/src/errands/errands';
import { hearing } from '#apps/allocation/src/errands/hearing';

const at = instant('2026-11-20T09:00Z');
const actor = { partner: 'corporatie' };
const metadata = { commandId: 'c', actor, occurredAt: at, recordedAt: at, correlationId: 'c', causationId: 'c' };
const freed = homeEvent('HomeFreed', { freeFrom: localDate('2026-12-01') });

describe('an errand with nothing to do', () => {
  it('looks again as soon as something is in the own log, also what came while it looked', async () => {
    const store = memoryStore(sha256);
    const append = (id: string) =>
      store.append([{ stream: streamName('home', 'linde-4'), expected: 'any', events: [{ ...freed, id, metadata }] }]);
    const doorbell = bell();
    const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const looking = async () => {
      const { events } = await store.readAll({ after: BEGINNING, limit: 10 });
      if (events.length === 0) await append('while it looked');
      if (events.length === 1) first.resolve(undefined);
      if (events.length === 2) second.resolve(undefined);
      return false;
    };
    const errands = runErrands([hearing(store, doorbell), { name: 'looking', work: looking }], {
      log: openLog('silent'),
      ending: new AbortController().signal,
      bell: doorbell,
      // Only the bell ends it, or the stop.
      async rest(woken) {
        if (!woken.aborted) await once(woken, 'abort');
      },
    });
    await first.promise;
    await append('while it rested');
    await second.promise;
    await errands.stop();
    expect(errands.troubles).toEqual(new Map());
  });
});
