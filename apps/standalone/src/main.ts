import { oneLine } from '#installation/one-line';
import { startOptions } from '#apps/standalone/src/options';
import { start } from '#apps/standalone/src/start';
import { stopOnSignals } from '#platform/stop-on-signals';
import { undoing } from '#platform/undoing';

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (error: unknown) => process.stderr.write(`aanzet: ${oneLine(error)}\n`);

const started = undoing();
const signals = stopOnSignals(started, complain);
const lost = (error: unknown) => {
  if (signals.stopping) return;
  complain(error);
  started.now();
  process.exit(1);
};
try {
  await start(startOptions(process.argv, process.env), process.env, started, say, lost);
} catch (error) {
  // What was stopped in the middle of its start fails in any way.
  if (!signals.stopping) {
    complain(error);
    await started.all().catch(complain);
    process.exit(1);
  }
}
