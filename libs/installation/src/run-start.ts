import { spoken } from '#installation/spoken';
import { stopOnSignals } from '#platform/stop-on-signals';
import { undoing, type Undoing } from '#platform/undoing';

/** How something that stays ends by itself, with why. */
export interface Ending {
  /** Nothing is left to be stopped in order, such as when the database is gone. */
  readonly atOnce: (error: unknown) => void;
  readonly inOrder: (error: unknown) => void;
}

/** Starts something that stays; `started` learns how it is stopped. */
export type Start = (started: Undoing, ending: Ending) => Promise<void>;

/**
 * Starts something that stays until SIGINT, SIGTERM or SIGHUP and is stopped in order then. What stands in the way is one
 * line on standard error, and exit code 1.
 */
export async function runStart(name: string, start: Start): Promise<void> {
  const complain = (what: string) => (error: unknown) => {
    process.stderr.write(`${name}: ${spoken(error, what)}\n`);
  };
  const noStop = complain('it could not stop in order');
  const started = undoing();
  const signals = stopOnSignals(started, noStop);
  // What was stopped in the middle of its start fails in any way.
  const inOrder = async (error: unknown, what: string): Promise<void> => {
    if (signals.stopping) return;
    complain(what)(error);
    await started.all().catch(noStop);
    process.exit(1);
  };
  const atOnce = (error: unknown): void => {
    if (signals.stopping) return;
    complain('it cannot go on')(error);
    started.now();
    process.exit(1);
  };
  try {
    await start(started, { atOnce, inOrder: (error) => void inOrder(error, 'it cannot go on') });
  } catch (error) {
    await inOrder(error, 'it could not start');
  }
}
