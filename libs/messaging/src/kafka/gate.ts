import { wait } from '#platform/wait';

/** Holds messages back while somebody looks whether one before them is missing. */
export interface Gate {
  /** Shuts it, and has it looked; asked again during a look, there is another one. */
  shut(): void;
  isOpen(): boolean;
  /**
   * Settles when it is open, with a heartbeat now and then so that the group does not give the partition to another.
   * Rejects with BehindTheTimes when what waits here was fetched before somebody moved to another place.
   */
  pass(heartbeat: () => Promise<void>): Promise<void>;
  /** Ends the look that goes on. */
  close(): Promise<void>;
}

/** What was in hand is not to be taken now: it comes again. */
export class BehindTheTimes extends Error {
  constructor() {
    super('fetched before the receiver moved to another place');
    this.name = 'BehindTheTimes';
  }
}

const BEAT_MS = 1000;

/** A gate that opens when `look` settles, which says whether it moved to another place. It never rejects. */
export function gateBefore(look: (signal: AbortSignal) => Promise<boolean>): Gate {
  const closing = new AbortController();
  let looking: Promise<void> | undefined;
  let asked = false;
  let moves = 0;

  async function lookAll(): Promise<void> {
    while (asked) {
      asked = false;
      if (await look(closing.signal)) moves += 1;
    }
    looking = undefined;
  }

  async function opened(look: Promise<void>): Promise<void> {
    const enough = new AbortController();
    await Promise.race([look, wait(BEAT_MS, enough.signal)]);
    enough.abort();
  }

  return {
    shut() {
      asked = true;
      looking ??= lookAll();
    },
    isOpen: () => looking === undefined,
    async pass(heartbeat) {
      const before = moves;
      while (looking) {
        await opened(looking);
        await heartbeat();
      }
      if (moves !== before) throw new BehindTheTimes();
    },
    async close() {
      closing.abort();
      await looking;
    },
  };
}
