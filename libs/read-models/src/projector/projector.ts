import { PoisonEvent } from '#event-sourcing/poison-event';
import { BEGINNING } from '#event-sourcing/position';
import { wait } from '#platform/wait';
import { whatFailed } from '#platform/what-failed';
import { ALL_VIEWS } from '#read-models/projector/all-views';
import type { Projecting } from '#read-models/projector/catch-up';
import { readTogether } from '#read-models/projector/read-together';
import { runView, type Running, type ViewHealth } from '#read-models/projector/run-view';
import { casusOf } from '#read-models/stalls/involved';

/** Where the projector says what it cannot help. A pino logger fits. */
export interface ProjectorLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface ProjectorOptions extends Projecting {
  readonly log: ProjectorLog;
  /** Waits before another try after trouble; by default a second. */
  readonly pause?: Running['pause'];
}

/** All projections, each following the log at its own pace. */
export interface Projector {
  /** How each is doing; they are well when all are `running`. */
  health(): readonly ViewHealth[];
  /** Lets the pages at hand be finished and ends. */
  stop(): Promise<void>;
}

const aSecond = (signal: AbortSignal): Promise<void> => wait(1000, signal);

function tell(log: ProjectorLog, { view, state, position, fault }: ViewHealth): void {
  if (fault instanceof PoisonEvent) {
    const { type, stream, revision } = fault;
    log.error(
      { view, type, stream, revision, position, cause: whatFailed(fault.cause) },
      'projection stopped at an event',
    );
  } else if (fault) {
    log.warn({ view, state, position, cause: whatFailed(fault) }, 'projection tries again');
  }
}

/** Starts following the log. One that cannot take an event stops, loudly; the others go on. */
export function startProjector(options: ProjectorOptions): Projector {
  const { log, pause = aSecond, views = ALL_VIEWS, store } = options;
  const stopping = new AbortController();
  const reading = { ...options, store: readTogether(store) };
  const health = new Map<string, ViewHealth>();
  const runs = views.map((over) => {
    const view = over(store, casusOf(options.db));
    const report = (said: ViewHealth) => {
      health.set(view.name, said);
      tell(log, said);
    };
    health.set(view.name, { view: view.name, state: 'running', position: BEGINNING });
    return runView(view, { ...reading, pause, signal: stopping.signal }, report);
  });
  return {
    health: () => [...health.values()],
    async stop() {
      stopping.abort();
      await Promise.all(runs);
    },
  };
}
