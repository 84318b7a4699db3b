import { runStart } from '#installation/run-start';
import type { Service } from '#installation/service';
import { startService } from '#installation/start-service';

/** What a service tells the process that started it, once it serves. */
export interface Announcement {
  readonly url: string;
}

/**
 * Runs a service of `process.env` until SIGINT, SIGTERM or SIGHUP, or until the process that started it is gone. What
 * stands in the way of start or stop is one line on standard error, and exit code 1.
 */
export const runService = (service: Service): Promise<void> =>
  runStart(`aanzet ${service.name}`, async (started) => {
    // Whoever starts services as children holds a channel to each; it breaks when that process is killed.
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    const url = await startService(service, process.env, started);
    process.send?.({ url } satisfies Announcement);
  });
