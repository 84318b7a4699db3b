import { constants } from 'node:os';
import type { Undoing } from '#platform/undoing';

// npm passes on the Ctrl-C that the terminal sends to us as well: that is one Ctrl-C, not two.
const ECHO_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Stops everything at the first signal and ends the process; a second one does not wait any longer. */
export function stopOnSignals(started: Undoing, complain: (error: unknown) => void): { readonly stopping: boolean } {
  const state = { stopping: false };
  let impatient = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (impatient) {
        started.now();
        process.exit(128 + constants.signals[signal]);
      }
      if (state.stopping) return;
      state.stopping = true;
      setTimeout(() => (impatient = true), ECHO_MS).unref();
      started.all().then(
        () => process.exit(0),
        (error: unknown) => {
          complain(error);
          process.exit(1);
        },
      );
    });
  }
  return state;
}
