import { InsightModule } from '#apps/insight/src/insight.module';
import { HealthModule } from '#platform/http/health.module';
import { runService } from '#platform/run-service';
import { startApi } from '#platform/http/start-api';
import { systemClock } from '#platform/system-clock';
import { reached } from '#read-models/projector/checkpoints';
import { watchLevels } from '#read-models/projector/levels';
import { openReadDatabase } from '#read-models/read-database';
import { VIEW_NAMES } from '#read-models/view-name';
import { openPostgresStore } from '#stores/postgres/postgres-store';

/** The read side as a process of its own; the projector fills its views. */
await runService(async ({ databaseUrl, host, port, log }) => {
  const db = openReadDatabase({ url: databaseUrl });
  await reached(db, VIEW_NAMES);
  const store = openPostgresStore({ url: databaseUrl });
  const levels = watchLevels({ url: databaseUrl, db });
  const modules = [
    InsightModule.register({ db, log: store, levels, clock: systemClock }),
    HealthModule.register({ views: () => reached(db, VIEW_NAMES) }),
  ];
  const api = await startApi({ modules, log, host, port });
  log.info({ url: api.url }, 'the read side listens');
  return async () => {
    await api.close();
    await levels.close();
    await db.destroy();
    await store.close();
  };
});
