import { HealthModule } from '#platform/http/health.module';
import { FiguresModule, type Figures } from '#platform/http/figures.module';
import { startApi, type RunningApi } from '#platform/http/start-api';
import type { Environment } from '#platform/settings';
import { gauge } from '#platform/telemetry/gauge';
import { tracedStore } from '#platform/telemetry/traced-store';
import type { Undoing } from '#platform/undoing';
import type { Ground, Part, Service } from '#installation/service';

/** Where services are reached, and how they are told that the stop begins. */
export interface Serving {
  readonly host: string;
  readonly port: number;
  readonly environment: Environment;
  readonly figures: Figures;
}

/** Tells of each probe whether it succeeds. */
const tellReady = (probes: Part['probes']): (() => void) =>
  gauge('aanzet.ready', 'Whether what the service cannot do without works: 1 or 0', () =>
    Promise.all(
      Object.entries(probes).map(async ([probe, look]) => {
        const value = await look().then(
          () => 1,
          () => 0,
        );
        return { value, of: { probe } };
      }),
    ),
  );

/**
 * Runs services in this process behind one address, with the health of them all. `undoing` learns how to stop them:
 * readiness off, feeds ended, requests at hand answered, then what runs beside the requests. Rejects with the error of
 * the system when it cannot listen.
 */
export async function serveParts(
  services: readonly Service[],
  ground: Omit<Ground, 'stopping' | 'listening'>,
  { host, port, environment, figures }: Serving,
  undoing: Undoing,
): Promise<RunningApi> {
  const stop = new AbortController();
  const listening = Promise.withResolvers<string>();
  const store = tracedStore(ground.store);
  const whole = { ...ground, store, stopping: stop.signal, listening: listening.promise };
  const parts: Part[] = [];
  for (const service of services) {
    const part = await service.compose(whole, environment);
    if (part.close) undoing.add(part.close);
    parts.push(part);
  }
  const probes = Object.assign({}, ...parts.map((part) => part.probes)) as Part['probes'];
  const ofEvery = [HealthModule.register({ probes, stopping: stop.signal }), FiguresModule.of(figures)];
  const modules = [...parts.flatMap((part) => part.modules), ...ofEvery];
  const untell = tellReady(probes);
  undoing.add(() => {
    untell();
    return Promise.resolve();
  });
  const api = await startApi({ modules, log: ground.log, host, port });
  undoing.add(async () => {
    stop.abort();
    await api.close();
  });
  listening.resolve(api.url);
  return api;
}
