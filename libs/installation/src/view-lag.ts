import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { reached } from '#read-models/projector/checkpoints';
import type { ReadDatabase } from '#read-models/read-database';
import { VIEW_NAMES } from '#read-models/view-name';

/**
 * Compares what all views have reached with the head of the log. `behind` counts the events between; null in a log whose
 * positions do not count. Rejects with what the database rejects with.
 */
export async function viewLag(
  store: EventStore,
  db: ReadDatabase,
): Promise<{ readonly reached: Position; readonly head: Position; readonly behind: number | null }> {
  // The head last: a view cannot be ahead of it then.
  const level = await reached(db, VIEW_NAMES);
  const head = await store.head();
  const counts = head.length === BEGINNING.length;
  return { reached: level, head, behind: counts ? Number(BigInt(head) - BigInt(level)) : null };
}
