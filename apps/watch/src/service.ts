import { watcherOptions, WatchModule } from '#apps/watch/src/watch.module';
import { WatchDown, WatchService } from '#apps/watch/src/watch.service';
import { service } from '#installation/service';
import { NotWorking } from '#platform/http/health.module';
import { gauge } from '#platform/telemetry/gauge';

/** Records what stalls, expires and is escalated. Several of them side by side record nothing twice. */
export const watchService = service({
  name: 'watch',
  about: 'records stalls, expiries and escalations when they come due',
  compose(ground) {
    const watch = new WatchService(watcherOptions(ground));
    const endFigure = gauge('aanzet.watch.delay', 'Milliseconds that a casus has waited to be looked at', async () => [
      { value: (await watch.health()).delayMs },
    ]);
    return {
      modules: [WatchModule.of(watch)],
      probes: {
        async watch() {
          try {
            await watch.probe();
          } catch (error) {
            throw error instanceof WatchDown ? new NotWorking(error.message) : error;
          }
          const { delayMs } = await watch.health();
          return { delayMs };
        },
      },
      close() {
        endFigure();
        return Promise.resolve();
      },
    };
  },
});
