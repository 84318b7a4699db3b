import { CasusModule } from '#apps/casus/src/casus.module';
import { boardOf } from '#apps/cli/src/commands/next';
import { openInstallation } from '#installation/installation';
import { InsightModule } from '#apps/insight/src/insight.module';
import { ProjectorModule } from '#apps/projector/src/projector.module';
import { ProjectorService } from '#apps/projector/src/projector.service';
import { firstStart } from '#apps/standalone/src/first-start';
import { assertFreeAddress } from '#apps/standalone/src/free-address';
import type { StartOptions } from '#apps/standalone/src/options';
import type { Undoing } from '#apps/standalone/src/undoing';
import { WatchModule } from '#apps/watch/src/watch.module';
import { HealthModule } from '#platform/http/health.module';
import { startApi } from '#platform/http/start-api';
import { openLog } from '#platform/logging';
import { catchUp } from '#read-models/projector/catch-up';
import { reached } from '#read-models/projector/checkpoints';
import { watchLevels } from '#read-models/projector/levels';
import { VIEW_NAMES } from '#read-models/view-name';
import { nextSteps } from '#read-models/next-steps/query';
import { destination } from 'pino';

type Say = (text: string) => void;

const STEPS_SHOWN = 100;

/**
 * Starts everything in this process: database, projections, API; prints the board. `undoing` learns how to stop it,
 * `lost` is told when the database has ended by itself.
 */
export async function start(
  options: StartOptions,
  undoing: Undoing,
  say: Say,
  lost: (error: unknown) => void,
): Promise<void> {
  const opening = openInstallation(options, { use: 'start', fresh: options.fresh === true });
  undoing.add(async () => {
    await (await opening.catch(() => undefined))?.close();
  });
  const installation = await opening;
  undoing.atOnce(installation.abandon);
  const { store, db, url } = installation;
  await assertFreeAddress(options.host, options.port);
  await firstStart(installation, options, say);
  const clock = await installation.clock();

  const log = openLog(options.logLevel, destination(2));
  await catchUp({ store, db });
  const levels = watchLevels({ url, db });
  undoing.add(() => levels.close());
  const projections = new ProjectorService({ store, db, log });
  const modules = [
    CasusModule.register({ store, clock }),
    InsightModule.register({ db, log: store, levels, clock }),
    ProjectorModule.register(projections),
    WatchModule.register({ store, db, clock, log }),
    HealthModule.register({
      log: () => store.head(),
      views: () => reached(db, VIEW_NAMES),
      projections: () => projections.probe(),
    }),
  ];
  const api = await startApi({ modules, log, host: options.host, port: options.port });
  undoing.add(() => api.close());
  await installation.watch(lost);

  const at = clock.now();
  const { rows, next } = await nextSteps(db, { at, limit: STEPS_SHOWN });
  say(`\n${await boardOf(installation, rows, at)}`);
  if (next !== null) say('… and more: npx aanzet next\n');
  say(`API:  ${api.url}/v1/next-steps\nDocs: ${api.url}/v1/docs\nStop: Ctrl-C`);
}
