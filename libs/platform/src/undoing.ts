/** What was started, to be stopped the other way round. */
export interface Undoing {
  /** Adds how to stop what was just started. */
  add(stop: () => Promise<void>): void;
  /** Adds what even a stop at once must not leave out. */
  atOnce(stop: () => void): void;
  /** Stops everything, the latest first. Again is the same stop. */
  all(): Promise<void>;
  /** Does only what must not be left out. */
  now(): void;
}

/** Keeps what is to be undone. A failing stop does not keep the others from stopping; the first error is thrown at the end. */
export function undoing(): Undoing {
  const stops: (() => Promise<void>)[] = [];
  const urgent: (() => void)[] = [];
  let stopped: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    const errors: unknown[] = [];
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      await stop().catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw errors[0];
  }

  return {
    add: (stop) => stops.push(stop),
    atOnce: (stop) => urgent.push(stop),
    all: () => (stopped ??= stopAll()),
    now: () => {
      for (const stop of urgent) stop();
    },
  };
}
