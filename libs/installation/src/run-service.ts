import { oneLine } from '#installation/one-line';
import type { Service } from '#installation/service';
import { startService } from '#installation/start-service';
import { Trouble } from '#home/trouble';
import { WrongSettings } from '#platform/settings';
import { stopOnSignals } from '#platform/stop-on-signals';
import { undoing } from '#platform/undoing';
import { kindOf } from '#platform/what-failed';

/** What may be said of an error to whoever started the service: other texts than ours may quote data. */
const spoken = (error: unknown, what: string): string =>
  error instanceof Trouble || error instanceof WrongSettings ? oneLine(error) : `${what} (${kindOf(error)})`;

/**
 * Runs a service of `process.env` until SIGINT, SIGTERM or SIGHUP, or until the process that started it is gone. What
 * stands in the way of start or stop is one line on standard error, and exit code 1.
 */
export async function runService(service: Service): Promise<void> {
  const complain = (what: string) => (error: unknown) => {
    process.stderr.write(`aanzet ${service.name}: ${spoken(error, what)}\n`);
  };
  const started = undoing();
  const signals = stopOnSignals(started, complain('it could not stop in order'));
  // Whoever starts services as children holds a channel to each; it breaks when that process is killed.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  try {
    const url = await startService(service, process.env, started);
    process.send?.({ url });
  } catch (error) {
    // What was stopped in the middle of its start fails in any way.
    if (signals.stopping) return;
    complain('it could not start')(error);
    await started.all().catch(complain('it could not stop in order'));
    process.exit(1);
  }
}
