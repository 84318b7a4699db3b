import type { EventStore, LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import { ALL_VIEWS } from '#read-models/projector/all-views';
import { checkpoints } from '#read-models/projector/checkpoints';
import { readTogether } from '#read-models/projector/read-together';
import { takePages } from '#read-models/projector/take-pages';
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
  /** How many events at most go into one transaction. Default 2000. */
  readonly batch?: number;
}

/** Of what comes and goes within a page only the whole row is written: large pages make a rebuild cheaper. */
export const BATCH = 2000;

async function* pagesUpTo(
  head: Position,
  { store, batch = BATCH }: Projecting,
  { reads }: OpenView,
  from: Position,
  stopped: AbortSignal,
): AsyncIterable<LogPage> {
  for (let after = from; after < head && !stopped.aborted;) {
    const page = await store.readAll({ after, limit: batch, ...reads });
    yield page;
    after = page.position;
  }
}

async function level(view: OpenView, projecting: Projecting, head: Position): Promise<void> {
  const { db } = projecting;
  const name = checkpointName(view.name, view.version);
  for (;;) {
    const from = await checkpoints(db).load(name);
    if (from >= head) return;
    const pages = (stopped: AbortSignal) => pagesUpTo(head, projecting, view, from, stopped);
    await takePages({ db, view, from, pages });
  }
}

/**
 * Brings all views level with the log as it is now, and gives the position that they have reached. Other projectors may
 * run. Throws the first PoisonEvent once the others are level, and whatever store or database throw.
 */
export async function catchUp(projecting: Projecting): Promise<Position> {
  const { store, views = ALL_VIEWS } = projecting;
  const head = await store.head();
  const reading = { ...projecting, store: readTogether(store) };
  const levelled = await Promise.allSettled(
    views.map((over) => level(over(store, casusOf(projecting.db)), reading, head)),
  );
  for (const one of levelled) if (one.status === 'rejected') throw one.reason;
  return head;
}
