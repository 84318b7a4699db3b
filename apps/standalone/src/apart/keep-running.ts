import type { Child } from '#apps/standalone/src/apart/child';

/** How a process that ends by itself is started again. */
export interface Keeping {
  readonly start: () => Child;
  readonly say: (text: string) => void;
  /** Waits before another start. */
  readonly pause: () => Promise<void>;
  /** Told when it is of no use: it ended several times in a row without having served. */
  readonly giveUp: (why: string) => void;
}

/** A service that is kept running. */
export interface Kept {
  /** Settles with where it is when it first serves; with undefined when it ends before: then it is not started again. */
  readonly serves: Promise<string | undefined>;
  /** Stops it for good. Throws a Trouble when it does not stop in order. */
  stop(): Promise<void>;
}

/** How often in a row it may end without having served. */
const TRIES = 3;

/** Starts a process, and starts it again whenever it ends by itself. */
export function keepRunning({ start, say, pause, giveUp }: Keeping): Kept {
  let child = start();
  let stopping = false;
  const where = async (): Promise<string | undefined> => {
    const { pid, serves } = child;
    const url = await serves;
    return url && `${url} (process ${pid})`;
  };
  const serves = where();

  async function keep(): Promise<void> {
    if ((await serves) === undefined) return;
    for (let inVain = 0; ;) {
      const how = await child.ended;
      if (stopping) return;
      if (inVain === TRIES) {
        giveUp(`it ended ${TRIES} times in a row without serving, last with ${how}`);
        return;
      }
      say(`ended by itself (${how}): it is started again`);
      if (inVain > 0) await pause();
      // A stop may have come during the pause.
      if (isStopping()) return;
      child = start();
      const found = await where();
      inVain = found === undefined ? inVain + 1 : 0;
      if (found !== undefined) say(`serves again: ${found}`);
    }
  }

  const isStopping = () => stopping;
  void keep();
  return {
    serves,
    async stop() {
      stopping = true;
      await child.stop();
    },
  };
}
