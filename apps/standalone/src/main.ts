import { startOptions } from '#apps/standalone/src/options';
import { start } from '#apps/standalone/src/start';
import { runStart } from '#installation/run-start';

const say = (text: string) => process.stdout.write(`${text}\n`);

await runStart('aanzet', (started, ending) =>
  start(startOptions(process.argv, process.env), process.env, started, say, ending.atOnce),
);
