import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { watcher, type WatcherOptions } from '#apps/watch/src/watcher';
import { epochMs } from '#event-sourcing/instant';
import { setTimeout as after } from 'node:timers/promises';

export const WATCHING = Symbol('watching');

const MOST_MS = 20_000;
const AFTER_TROUBLE_MS = 1000;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  after(ms, undefined, { signal }).catch(() => undefined);

/** Watches while the application runs: what happens, and what comes due by the clock. */
@Injectable()
export class WatchService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private runs: readonly Promise<void>[] = [];

  constructor(@Inject(WATCHING) private readonly options: WatcherOptions) {}

  onApplicationBootstrap(): void {
    const watch = watcher(this.options);
    const { signal } = this.stopping;
    this.runs = [
      this.again(() => watch.follow(signal)),
      this.again(async () => {
        await watch.wake();
        await pause(await this.untilNext(), signal);
      }),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.runs);
  }

  /** Milliseconds until something comes due; not too many, for what happens meanwhile may bring it forward. */
  private async untilNext(): Promise<number> {
    const next = await this.options.agenda.next();
    if (next === undefined) return MOST_MS;
    return Math.min(MOST_MS, Math.max(1, epochMs(next) - epochMs(this.options.clock.now())));
  }

  private async again(round: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await round();
      } catch (error) {
        // Its text may quote data.
        this.options.log.warn({ cause: error instanceof Error ? error.name : 'unknown' }, 'the watch tries again');
        await pause(AFTER_TROUBLE_MS, signal);
      }
    }
  }
}
