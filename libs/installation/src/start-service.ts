import type { Logger } from 'pino';
import { homeClock } from '#home/home-clock';
import { assertFreeAddress } from '#installation/free-address';
import { openInstallation } from '#installation/installation';
import { serve, serveParts, type Serving } from '#installation/serve-parts';
import type { ByItself, Service } from '#installation/service';
import { openLog } from '#platform/logging';
import { readVariables, VARIABLES, type Environment, type Settings } from '#platform/settings';
import { openTelemetry } from '#platform/telemetry/open-telemetry';
import type { Undoing } from '#platform/undoing';

const CHOSEN_WITH = { host: 'AANZET_HOST', port: 'AANZET_PORT' };

/** A start of one service: from what, as what, and what learns how to stop it. */
interface Starting {
  readonly settings: Settings;
  readonly log: Logger;
  readonly serving: Serving;
  readonly undoing: Undoing;
}

/** On log and database of the casus side, which are opened for it. */
async function onGround(service: Service, { settings, log, serving, undoing }: Starting) {
  const installation = await openInstallation(
    {
      home: settings.AANZET_HOME,
      database: settings.DATABASE_URL,
      kurrentdb: settings.KURRENTDB_URL,
      now: settings.AANZET_NOW,
      since: settings.AANZET_NOW_SINCE,
      rules: settings.AANZET_RULES,
    },
    { use: 'join', schemas: service.schemas },
  );
  undoing.add(() => installation.close());
  const { url, store, db, rules } = installation;
  const ground = { url, store, db, rules, log, clock: await installation.clock() };
  return serveParts([service], ground, serving, undoing);
}

/** Without opening anything for it: whoever runs it needs no account of the casus side. */
async function onItsOwn(compose: ByItself, { settings, log, serving, undoing }: Starting) {
  const { AANZET_NOW: now, AANZET_NOW_SINCE: since } = settings;
  const nothing = { running: undefined, setting: undefined, lastRecorded: () => Promise.resolve(undefined) };
  const clock = await homeClock({ now, since, ...nothing });
  return serve([compose], { clock, log }, serving, undoing);
}

/**
 * Starts one service from its environment and gives its address; `undoing` learns how to stop it, also when the start
 * fails. Throws WrongSettings, WrongRules, a Trouble, and what the database throws.
 */
export async function startService(service: Service, environment: Environment, undoing: Undoing): Promise<string> {
  // All that is wrong is said at once.
  readVariables(environment, { ...VARIABLES, ...service.variables });
  const compose = service.alone(environment);
  const settings = readVariables(environment, VARIABLES);
  const { AANZET_HOST: host, AANZET_PORT: port } = settings;
  const log = openLog(settings.AANZET_LOG_LEVEL).child({ service: service.name });
  await assertFreeAddress(host, port, CHOSEN_WITH);
  const telemetry = openTelemetry(service.name, settings);
  undoing.add(() => telemetry.close());
  const starting = { settings, log, undoing, serving: { host, port, environment, figures: telemetry.figures } };
  const api = await (compose ? onItsOwn(compose, starting) : onGround(service, starting));
  log.info({ url: api.url }, 'listens');
  return api.url;
}
