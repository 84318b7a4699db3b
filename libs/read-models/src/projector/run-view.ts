import { PoisonEvent } from '#event-sourcing/poison-event';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { BATCH, type Projecting } from '#read-models/projector/catch-up';
import { checkpoints } from '#read-models/projector/checkpoints';
import { takePages } from '#read-models/projector/take-pages';
import type { OpenView } from '#read-models/projector/view';
import { checkpointName, type ViewName } from '#read-models/view-name';

/** How a projection is doing. `troubled`: it could not reach the database or the log and tries again. */
export interface ViewHealth {
  readonly view: ViewName;
  readonly state: 'running' | 'troubled' | 'stopped';
  readonly position: Position;
  /** The event that it cannot take, when it stopped at one; or what troubles it. */
  readonly fault?: Error;
}

/** What running needs besides projecting. */
export interface Running extends Projecting {
  readonly signal: AbortSignal;
  /** Waits before another try; settles early when the signal aborts. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

/** Follows the log from the checkpoint on, until the signal aborts or an event cannot be taken; reports every change of health. */
export async function runView(
  view: OpenView,
  { store, db, batch = BATCH, signal, pause }: Running,
  report: (health: ViewHealth) => void,
): Promise<void> {
  const name = checkpointName(view.name, view.version);
  let position = BEGINNING;

  function at(reached: Position): void {
    position = reached;
    report({ view: view.name, state: 'running', position });
  }

  /** Ends when the signal aborts, or when the checkpoint must be read again. */
  async function follow(): Promise<void> {
    at(await checkpoints(db).load(name));
    const after = position;
    const pages = (stopped: AbortSignal) =>
      store.subscribe({ after, signal: AbortSignal.any([signal, stopped]), limit: batch, ...view.reads });
    await takePages({ db, view, from: after, pages, taken: at });
  }

  while (!signal.aborted) {
    try {
      await follow();
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      const state = fault instanceof PoisonEvent ? 'stopped' : 'troubled';
      report({ view: view.name, state, position, fault });
      if (state === 'stopped') return;
      await pause(signal);
    }
  }
}
