import type { EventStore } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import { ALL_VIEWS } from '#read-models/projector/all-views';
import { checkpoints } from '#read-models/projector/checkpoints';
import { take } from '#read-models/projector/take';
import type { OpenView, ViewOver } from '#read-models/projector/view';
import type { ReadDatabase } from '#read-models/read-database';
import { casusOf } from '#read-models/stalls/involved';
import { checkpointName } from '#read-models/view-name';

/** What projecting needs. */
export interface Projecting {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  /** Default: all. */
  readonly views?: readonly ViewOver[];
  /** How many events go into one transaction. Default 500. */
  readonly batch?: number;
}

export const BATCH = 500;

async function level(view: OpenView, { store, db, batch = BATCH }: Projecting, head: Position): Promise<void> {
  const name = checkpointName(view.name, view.version);
  let position = await checkpoints(db).load(name);
  while (position < head) {
    const page = await store.readAll({ after: position, limit: batch, ...view.reads });
    position = (await take(db, view, position, page)) ? page.position : await checkpoints(db).load(name);
  }
}

/**
 * Brings all views level with the log as it is now, and gives the position that they have reached. Other projectors may
 * run. Throws the first PoisonEvent once the others are level, and whatever store or database throw.
 */
export async function catchUp(projecting: Projecting): Promise<Position> {
  const { store, views = ALL_VIEWS } = projecting;
  const head = await store.head();
  const levelled = await Promise.allSettled(
    views.map((over) => level(over(store, casusOf(projecting.db)), projecting, head)),
  );
  for (const one of levelled) if (one.status === 'rejected') throw one.reason;
  return head;
}
