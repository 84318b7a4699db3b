import type { Logger } from 'pino';
import { growingPause } from '#messaging/transport/pause';
import type { Pause } from '#messaging/transport/event-source';
import { whatFailed } from '#platform/what-failed';
import { wait } from '#platform/wait';
import type { Bell } from '#apps/allocation/src/errands/bell';

/** What is done beside the requests: over and over, until the signal aborts. */
export interface Errand {
  readonly name: string;
  /** Does what there is to do; `false` when that was nothing. Rejects when it cannot now. */
  readonly work: (signal: AbortSignal) => Promise<boolean>;
}

/** Why an errand cannot be done now, by its name. */
export type Troubles = ReadonlyMap<string, unknown>;

export interface RunningErrands {
  readonly troubles: Troubles;
  stop(): Promise<void>;
}

export interface ErrandOptions {
  readonly log: Logger;
  /** Aborts when the stop begins. */
  readonly ending: AbortSignal;
  /** Wakes whoever rests. */
  readonly bell: Bell;
  /** Before an errand that could not be done is tried again. */
  readonly pause?: Pause;
  /** While there is nothing to do: not all that there is to do rings. */
  readonly rest?: (woken: AbortSignal) => Promise<void>;
}

const LOOK_EVERY_MS = 300;

/** Runs errands side by side, each by itself: one that cannot be done now is tried again and holds up no other. */
export function runErrands(
  errands: readonly Errand[],
  { log, ending, bell, pause = growingPause, rest = (woken) => wait(LOOK_EVERY_MS, woken) }: ErrandOptions,
): RunningErrands {
  const stopping = new AbortController();
  const signal = AbortSignal.any([ending, stopping.signal]);
  const troubles = new Map<string, unknown>();
  const isEnding = () => signal.aborted;

  async function run({ name, work }: Errand): Promise<void> {
    let tries = 0;
    while (!isEnding()) {
      try {
        const rung = bell.next();
        const busy = await work(signal);
        tries = 0;
        troubles.delete(name);
        if (!busy) await rest(AbortSignal.any([signal, rung]));
      } catch (error) {
        if (isEnding()) return;
        tries += 1;
        troubles.set(name, error);
        log.warn({ errand: name, cause: whatFailed(error) }, 'an errand of the allocation cannot be done now');
        await pause(tries, signal);
      }
    }
  }

  const running = Promise.all(errands.map(run));
  return {
    troubles,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
