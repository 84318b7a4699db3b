import { firstStart } from '#apps/standalone/src/first-start';
import type { StartOptions } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';
import { boardOf } from '#installation/board-of';
import { assertFreeAddress } from '#installation/free-address';
import { openInstallation, type Installation } from '#installation/installation';
import { levelViews } from '#installation/level-views';
import { serveParts } from '#installation/serve-parts';
import { isWanted } from '#installation/service';
import { openLog } from '#platform/logging';
import { readVariables, TELEMETRY_VARIABLES, type Environment } from '#platform/settings';
import { openTelemetry } from '#platform/telemetry/open-telemetry';
import type { Undoing } from '#platform/undoing';
import { nextSteps } from '#read-models/next-steps/query';
import { destination } from 'pino';

type Say = (text: string) => void;

const STEPS_SHOWN = 100;
const CHOSEN_WITH = { host: '--host', port: '--port' };

/** Opens an installation that is to stay, with what its first start makes. `undoing` learns how to close it. */
export async function openForStart(options: StartOptions, undoing: Undoing, say: Say): Promise<Installation> {
  const schemas = SERVICES.flatMap((service) => service.schemas);
  const opening = openInstallation(options, { use: 'start', fresh: options.fresh === true, schemas });
  undoing.add(async () => {
    await (await opening.catch(() => undefined))?.close();
  });
  const installation = await opening;
  undoing.atOnce(installation.abandon);
  await assertFreeAddress(options.host, options.port, CHOSEN_WITH);
  await firstStart(installation, options, say);
  return installation;
}

/**
 * Starts everything in this process: database and all services behind one address; prints the board. `undoing` learns how
 * to stop it, `lost` is told when the database has ended by itself.
 */
export async function start(
  options: StartOptions,
  environment: Environment,
  undoing: Undoing,
  say: Say,
  lost: (error: unknown) => void,
): Promise<void> {
  const services = SERVICES.filter((service) => isWanted(service, environment));
  for (const { variables } of services) readVariables(environment, variables);
  const telemetry = openTelemetry('standalone', readVariables(environment, TELEMETRY_VARIABLES));
  undoing.add(() => telemetry.close());
  const installation = await openForStart(options, undoing, say);
  const { store, db, url, rules } = installation;
  const clock = await installation.clock();
  const log = openLog(options.logLevel, destination(2));
  const stopped = await levelViews({ store, db });
  if (stopped) say(`${stopped}\n`);
  const { host, port } = options;
  const serving = { host, port, environment, figures: telemetry.figures };
  const api = await serveParts(services, { url, store, db, rules, clock, log }, serving, undoing);
  await installation.watch(lost);

  const at = clock.now();
  const { rows, next } = await nextSteps(db, { at, limit: STEPS_SHOWN });
  say(`\n${await boardOf(db, rows, at)}`);
  if (next !== null) say('… and more: npx aanzet next\n');
  say(`API:  ${api.url}/v1/next-steps\nDocs: ${api.url}/v1/docs\nStop: Ctrl-C`);
}
