import { setTimeout as after } from 'node:timers/promises';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import { leadershipBy } from '#platform/database/leadership';
import { checkpointsIn } from '#read-models/projector/checkpoints';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import type { AllocationTables } from '#apps/allocation/src/allocation-tables';
import type { CasusApi } from '#apps/allocation/src/casus-api';
import { answersTo } from '#apps/allocation/src/errands/answers-to';
import type { Errand } from '#apps/allocation/src/errands/errands';
import { WaitingForSupply } from '#apps/allocation/src/errands/waiting-for-supply';
import { OWN_CATEGORIES } from '#apps/allocation/src/shelf';
import type { Clock } from '#platform/clock';

type RefusedAnswer = AllocationTables['refused_answers'];

/** The checkpoint of what was sent, and the lock of whoever sends. */
export const ANSWERS = 'answers';
const PAGE = 50;
const LOOK_AT_LOCK_MS = 1000;

export interface AnsweringOptions {
  readonly store: EventStore;
  readonly db: AllocationDatabase;
  readonly api: CasusApi;
  readonly clock: Clock;
}

/**
 * The errand that sends what the own log leads to, in its order, each with a key of its event: at least once, and once in
 * its effect. How far it came is kept, with what was refused, after it was sent. It comes to the end of the log, or does
 * nothing while another instance sends; rejects when the casus cannot be reached.
 */
export function answering({ store, db, api, clock }: AnsweringOptions): Errand['work'] {
  let supply = new WaitingForSupply();

  /** Where to go on, with what holds there. */
  async function place(): Promise<Position> {
    const position = await checkpointsOf(db).load(ANSWERS);
    if (position < supply.position) supply = new WaitingForSupply();
    await supply.readOn(store, position);
    return position;
  }

  /** Sends what follows from one event and moves the checkpoint; false when another moved it first. */
  async function answer(event: RecordedEvent, from: Position): Promise<boolean> {
    const refused: RefusedAnswer[] = [];
    for (const one of answersTo(event, supply)) {
      const outcome = await api.send(one, `${event.id}.${one.command}`);
      if (outcome.result === 'done') continue;
      const { command, casus, about } = one;
      refused.push({ event: event.id, command, casus, about, code: outcome.code, at: clock.now() });
    }
    const moved = await db.transaction().execute(async (trx) => {
      for (const row of refused) {
        const own = trx.withSchema(SCHEMA).insertInto('refused_answers').values(row);
        await own.onConflict((there) => there.doNothing()).execute();
      }
      return checkpointsOf(trx).advance(ANSWERS, from, event.position);
    });
    if (moved) supply.take(event);
    return moved;
  }

  /** Answers up to the end of the log; gives whether there was anything. */
  async function answerAll(leading: AbortSignal): Promise<boolean> {
    let position = await place();
    let busy = false;
    for (let from = position; ;) {
      const page = await store.readAll({ after: from, limit: PAGE, categories: OWN_CATEGORIES });
      for (const event of page.events) {
        if (leading.aborted || !(await answer(event, position))) return busy;
        position = event.position;
        busy = true;
      }
      if (page.end) return busy;
      from = page.position;
    }
  }

  const leadership = leadershipBy(db, ANSWERS, (signal) =>
    after(LOOK_AT_LOCK_MS, undefined, { signal }).catch(() => undefined),
  );
  return async (signal) => {
    let busy = false;
    // An errand ends: where it is not its turn it looks again later.
    await leadership.tryLead(signal, async (leading) => {
      busy = await answerAll(leading);
    });
    return busy;
  };
}

const checkpointsOf = (db: AllocationDatabase) => checkpointsIn(db, SCHEMA);
