import { startApart } from '#apps/standalone/src/apart/start-apart';
import { apartOptions } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';
import { runStart } from '#installation/run-start';

const say = (text: string) => process.stdout.write(`${text}\n`);

await runStart('aanzet', (started, ending) =>
  startApart(apartOptions(process.argv, SERVICES), process.env, started, say, ending),
);
