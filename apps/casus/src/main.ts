import { CasusModule } from '#apps/casus/src/casus.module';
import { HealthModule } from '#platform/http/health.module';
import { runService } from '#platform/run-service';
import { startApi } from '#platform/http/start-api';
import { systemClock } from '#platform/system-clock';
import { openPostgresStore } from '#stores/postgres/postgres-store';

/** The write side as a process of its own, on a database that `aanzet migrate` prepared. */
await runService(async ({ databaseUrl, host, port, log }) => {
  const store = openPostgresStore({ url: databaseUrl });
  await store.head();
  const modules = [
    CasusModule.register({ store, clock: systemClock }),
    HealthModule.register({ log: () => store.head() }),
  ];
  const api = await startApi({ modules, log, host, port });
  log.info({ url: api.url }, 'the write side listens');
  return async () => {
    await api.close();
    await store.close();
  };
});
