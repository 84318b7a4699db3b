import { once } from 'node:events';
import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { homeEvent } from '#homes/home-events';
import { openLog } from '#platform/logging';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { bell, type Bell } from '#apps/allocation/src/errands/bell';
import { runErrands, type Errand } from '#apps/allocation/src/errands/errands';
import { hearing } from '#apps/allocation/src/errands/hearing';

const at = instant('2026-11-20T09:00Z');
const actor = { partner: 'corporatie' };
const metadata = { commandId: 'c', actor, occurredAt: at, recordedAt: at, correlationId: 'c', causationId: 'c' };
const freed = homeEvent('HomeFreed', { freeFrom: localDate('2026-12-01') });

/** Runs errands whose rests only the bell ends, or the stop. */
const restingUntilRung = (errands: readonly Errand[], doorbell: Bell) =>
  runErrands(errands, {
    log: openLog('silent'),
    ending: new AbortController().signal,
    bell: doorbell,
    async rest(woken) {
      if (!woken.aborted) await once(woken, 'abort');
    },
  });

describe('an errand with nothing to do', () => {
  it('looks again at once when it was rung while it looked', async () => {
    const doorbell = bell();
    const again = Promise.withResolvers<undefined>();
    let looks = 0;
    const looking = () => {
      looks += 1;
      if (looks === 1) doorbell.ring();
      else again.resolve(undefined);
      return Promise.resolve(false);
    };
    const errands = restingUntilRung([{ name: 'looking', work: looking }], doorbell);
    await again.promise;
    await errands.stop();
    expect(looks).toBe(2);
  });

  it('is rung as soon as something is in the own log', async () => {
    const store = memoryStore(sha256);
    const append = (id: string) =>
      store.append([{ stream: streamName('home', 'linde-4'), expected: 'any', events: [{ ...freed, id, metadata }] }]);
    const doorbell = bell();
    const begun = doorbell.next();
    const errands = restingUntilRung([hearing(store, doorbell)], doorbell);
    // It rings once when it begins, for what came before.
    if (!begun.aborted) await once(begun, 'abort');
    for (const id of ['first', 'second']) {
      const rung = doorbell.next();
      await append(id);
      if (!rung.aborted) await once(rung, 'abort');
    }
    await errands.stop();
    expect(errands.troubles).toEqual(new Map());
  });
});
