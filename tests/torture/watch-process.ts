import { watcherOptions } from '#apps/watch/src/watch.module';
import { WatchService } from '#apps/watch/src/watch.service';
import { instant } from '#event-sourcing/instant';
import { homeClock } from '#home/home-clock';
import type { Clock } from '#platform/clock';
import { openReadDatabase } from '#read-models/read-database';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { EventEmitter, once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';

/** The watch as a process of its own, whose clock is put by who started it, and which tells every step it takes. */
const [url = ''] = process.argv.slice(2);
const moved = new EventEmitter();
let current: Clock | undefined;

const clock: Clock = {
  now() {
    if (!current) throw new Error('the clock was not put yet');
    return current.now();
  },
};

/** The clock as AANZET_NOW puts it: it stands there, and runs on. */
async function put(standsAt: string): Promise<void> {
  const nothing = () => Promise.resolve(undefined);
  current = await homeClock({
    now: instant(standsAt),
    running: undefined,
    setting: undefined,
    lastRecorded: nothing,
  });
  moved.emit('moved');
}

/** Tells when a call begins and when it is answered. */
const told = <Port extends object>(port: Port): Port =>
  new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: unknown[]): unknown => {
        const tell = () => process.send?.(String(name));
        tell();
        const found: unknown = Reflect.apply(member, target, given);
        return found instanceof Promise ? found.finally(tell) : found;
      };
    },
  });

const quiet = { error: () => undefined, warn: () => undefined };
const store = told(openPostgresStore({ url }));
const options = watcherOptions({ store, db: openReadDatabase({ url }), clock, log: quiet });
const service = new WatchService({
  ...options,
  agenda: told(options.agenda),
  checkpoints: told(options.checkpoints),
  // A clock that is put on does not leave anybody asleep.
  async pause(ms, signal) {
    const woken = new AbortController();
    const either = AbortSignal.any([signal, woken.signal]);
    await Promise.race([after(ms, undefined, { signal: either }), once(moved, 'moved', { signal: either })]).catch(
      () => undefined,
    );
    woken.abort();
  },
});

process.on('disconnect', () => process.exit());
process.on('message', (standsAt) => {
  const first = current === undefined;
  void put(String(standsAt)).then(() => {
    if (first) service.onApplicationBootstrap();
  });
});
