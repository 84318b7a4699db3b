import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { watcher, type Unwatched, type Watcher, type WatcherOptions } from '#apps/watch/src/watcher';
import { epochMs } from '#event-sourcing/instant';
import { whatFailed } from '#platform/what-failed';
import { wait } from '#platform/wait';

/** What running the watch needs besides watching. */
export interface WatchServiceOptions extends WatcherOptions {
  /** Waits so many milliseconds of the clock; settles early when the signal aborts. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How the watch is doing. `delayMs`: for how long the casus that waits longest has waited to be looked at. */
export interface WatchHealth {
  readonly delayMs: number;
  /** Why a part of it does not run; tried again all the time. */
  readonly troubles: readonly string[];
  readonly unwatched: readonly Unwatched[];
}

const MOST_NAMED = 10;

/** The watch does not run, or does not watch every casus: why. */
export class WatchDown extends Error {
  constructor({ troubles, unwatched }: Pick<WatchHealth, 'troubles' | 'unwatched'>) {
    const casus = unwatched.slice(0, MOST_NAMED).map((one) => `casus ${one.casus} is not watched: ${one.why}`);
    const more = unwatched.length > MOST_NAMED ? [`and ${unwatched.length - MOST_NAMED} more`] : [];
    super([...troubles, ...casus, ...more].join('; '));
    this.name = 'WatchDown';
  }
}

/** Less than half of the minute within which all is to be on record. */
const MOST_MS = 20_000;
const AFTER_TROUBLE_MS = 1000;

/** Watches while the application runs: what happens, and what comes due by the clock. */
export class WatchService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly watch: Watcher;
  private readonly pause: NonNullable<WatchServiceOptions['pause']>;
  private readonly troubles = new Map<string, string>();
  private runs: readonly Promise<void>[] = [];

  constructor(private readonly options: WatchServiceOptions) {
    this.watch = watcher(options);
    this.pause = options.pause ?? wait;
  }

  onApplicationBootstrap(): void {
    const { signal } = this.stopping;
    this.runs = [
      this.again('follow the log', (well) => this.watch.follow(signal, well)),
      this.again('look at the clock', async (well) => {
        await this.watch.wake();
        well();
        await this.pause(await this.untilNext(), signal);
      }),
    ];
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.runs);
  }

  /** Rejects with what the tables reject with. */
  async health(): Promise<WatchHealth> {
    const delayMs = await this.options.agenda.delay(this.options.clock.now());
    return { delayMs, troubles: [...this.troubles.values()], unwatched: this.watch.unwatched() };
  }

  /** A probe: rejects with WatchDown while the watch does not run, or does not watch every casus. */
  async probe(): Promise<void> {
    const { troubles, unwatched } = await this.health();
    if (troubles.length > 0 || unwatched.length > 0) throw new WatchDown({ troubles, unwatched });
  }

  /** Milliseconds until something comes due; not too many, for what happens meanwhile may bring it forward. */
  private async untilNext(): Promise<number> {
    const next = await this.options.agenda.next();
    if (next === undefined) return MOST_MS;
    return Math.min(MOST_MS, Math.max(1, epochMs(next) - epochMs(this.options.clock.now())));
  }

  private async again(what: string, round: (well: () => void) => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    const well = () => void this.troubles.delete(what);
    while (!signal.aborted) {
      try {
        await round(well);
      } catch (error) {
        const cause = whatFailed(error);
        this.troubles.set(what, `it cannot ${what}: ${cause.name}`);
        this.options.log.warn({ cause }, 'the watch tries again');
        await this.pause(AFTER_TROUBLE_MS, signal);
      }
    }
  }
}
