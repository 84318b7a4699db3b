import { assertFreeAddress } from '#installation/free-address';
import { openInstallation } from '#installation/installation';
import { serveParts } from '#installation/serve-parts';
import type { Service } from '#installation/service';
import { openLog } from '#platform/logging';
import { readVariables, VARIABLES, type Environment } from '#platform/settings';
import { openTelemetry } from '#platform/telemetry/open-telemetry';
import type { Undoing } from '#platform/undoing';

const CHOSEN_WITH = { host: 'AANZET_HOST', port: 'AANZET_PORT' };

/**
 * Starts one service from its environment and gives its address; `undoing` learns how to stop it, also when the start
 * fails. Throws WrongSettings, WrongRules, a Trouble, and what the database throws.
 */
export async function startService(service: Service, environment: Environment, undoing: Undoing): Promise<string> {
  // All that is wrong is said at once.
  readVariables(environment, { ...VARIABLES, ...service.variables });
  const settings = readVariables(environment, VARIABLES);
  const { AANZET_HOST: host, AANZET_PORT: port } = settings;
  const log = openLog(settings.AANZET_LOG_LEVEL).child({ service: service.name });
  await assertFreeAddress(host, port, CHOSEN_WITH);
  const telemetry = openTelemetry(service.name, settings);
  undoing.add(() => telemetry.close());
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
  const api = await serveParts([service], ground, { host, port, environment, figures: telemetry.figures }, undoing);
  log.info({ url: api.url }, 'listens');
  return api.url;
}
