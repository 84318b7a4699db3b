import { HealthModule } from '#platform/http/health.module';
import { FiguresModule, type Figures } from '#platform/http/figures.module';
import { startApi, type RunningApi } from '#platform/http/start-api';
import type { Environment } from '#platform/settings';
import { gauge } from '#platform/telemetry/gauge';
import { tracedStore } from '#platform/telemetry/traced-store';
import type { Undoing } from '#platform/undoing';
import type { ByItself, Ground, Part, Service, Surroundings } from '#installation/service';

/** Where services are reached. */
export interface Reached {
  readonly host: string;
  readonly port: number;
  readonly figures: Figures;
}

/** The same, and from where they have their settings. */
export interface Serving extends Reached {
  readonly environment: Environment;
}

/** What is around services before they are put together. */
export type Before<G extends Surroundings> = Omit<G, 'stopping' | 'listening'>;

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
 * Puts together and runs what stands behind one address, with the health of it all. `undoing` learns how to stop it:
 * readiness off, feeds ended, requests at hand answered, then what runs beside the requests. Rejects with the error of
 * the system when it cannot listen.
 */
export async function serve(
  composings: readonly ByItself[],
  before: Before<Surroundings>,
  { host, port, figures }: Reached,
  undoing: Undoing,
): Promise<RunningApi> {
  const stop = new AbortController();
  const listening = Promise.withResolvers<string>();
  const around = { ...before, stopping: stop.signal, listening: listening.promise };
  const parts: Part[] = [];
  for (const compose of composings) {
    const part = await compose(around);
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
  const api = await startApi({ modules, log: before.log, host, port });
  undoing.add(async () => {
    stop.abort();
    await api.close();
  });
  listening.resolve(api.url);
  return api;
}

/** Runs services in this process behind one address, on ground that they share. As `serve`. */
export function serveParts(
  services: readonly Service[],
  ground: Before<Ground>,
  { environment, ...reached }: Serving,
  undoing: Undoing,
): Promise<RunningApi> {
  const { clock, log } = ground;
  const store = tracedStore(ground.store);
  const composings = services.map(
    (service): ByItself =>
      (around) =>
        service.compose({ ...ground, store, ...around }, environment),
  );
  return serve(composings, { clock, log }, reached, undoing);
}
