import type { RecordedEvent } from '#event-sourcing/event';
import type { LogPage } from '#event-sourcing/event-store';
import { PoisonEvent } from '#event-sourcing/poison-event';
import type { Position } from '#event-sourcing/position';
import { checkpoints } from '#read-models/projector/checkpoints';
import { isOfTheRows } from '#read-models/projector/faults';
import type { Digest, OpenView } from '#read-models/projector/view';
import type { ReadDatabase } from '#read-models/read-database';
import { checkpointName } from '#read-models/view-name';
import { sql } from 'kysely';

/** The channel on which a view says that it has moved on. */
export const MOVED = 'aanzet_read';

/** Writes rows and the checkpoint in one transaction; false when another projector moved the checkpoint first. */
export function commit(
  db: ReadDatabase,
  view: OpenView,
  from: Position,
  to: Position,
  { write }: Digest,
): Promise<boolean> {
  const name = checkpointName(view.name, view.version);
  return db.transaction().execute(async (trx) => {
    if (!(await checkpoints(trx).advance(name, from, to))) return false;
    await write(trx);
    await sql`select pg_notify(${MOVED}, ${view.name})`.execute(trx);
    return true;
  });
}

/** Takes events one by one, to find the one whose rows do not fit. */
export async function takeSingly(
  db: ReadDatabase,
  view: OpenView,
  from: Position,
  events: readonly RecordedEvent[],
): Promise<boolean> {
  let position = from;
  for (const event of events) {
    const digest = await view.digest([event]);
    if (digest.poison) throw digest.poison;
    try {
      if (!(await commit(db, view, position, event.position, digest))) return false;
    } catch (error) {
      throw isOfTheRows(error) ? new PoisonEvent(view.name, event, error) : error;
    }
    position = event.position;
  }
  return true;
}

/**
 * Takes a page that follows `from` into a view, whole or up to an event that it cannot take. `begun`: what the page came
 * to so far. False when another projector was first. Throws PoisonEvent once all before it is taken, and whatever the
 * database throws.
 */
export async function take(
  db: ReadDatabase,
  view: OpenView,
  from: Position,
  page: LogPage,
  begun: Digest,
): Promise<boolean> {
  let [rest, position, digest] = [page.events, from, begun];
  for (;;) {
    const { poison, count } = digest;
    const whole = count === rest.length;
    const to = whole ? page.position : (rest[count - 1]?.position ?? position);
    if (to > position) {
      try {
        if (!(await commit(db, view, position, to, digest))) return false;
      } catch (error) {
        if (!isOfTheRows(error)) throw error;
        if (!(await takeSingly(db, view, position, rest.slice(0, count)))) return false;
      }
    }
    if (poison) throw poison;
    if (whole) return true;
    [rest, position] = [rest.slice(count), to];
    digest = await view.digest(rest);
  }
}
