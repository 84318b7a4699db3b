import { BEGINNING, type Position } from '#event-sourcing/position';

/** Where readers that have come to the end of a log wait for more. */
export interface WakeUp {
  /** The log is known to reach `head`: whoever waits for something before it goes on. */
  reached(head: Position): void;
  /** Something may have been missed: everyone goes on and looks. */
  everyone(): void;
  /** Settles once the log reaches beyond `after`, on `everyone`, after `atMostMs` if given, or when `signal` aborts. */
  beyond(after: Position, signal: AbortSignal, atMostMs?: number): Promise<void>;
}

/** Makes a place to wait, for the readers of one store. */
export function wakeUp(): WakeUp {
  let head = BEGINNING;
  const waiting = new Set<() => void>();
  const everyone = () => {
    for (const go of waiting) go();
  };
  return {
    reached(position) {
      if (position <= head) return;
      head = position;
      everyone();
    },
    everyone,
    beyond(after, signal, atMostMs) {
      if (head > after || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          waiting.delete(go);
          clearTimeout(timer);
          signal.removeEventListener('abort', go);
          resolve();
        };
        const timer = atMostMs === undefined ? undefined : setTimeout(go, atMostMs);
        waiting.add(go);
        signal.addEventListener('abort', go);
      });
    },
  };
}
