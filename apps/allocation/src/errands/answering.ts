import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import { leadershipBy } from '#platform/database/leadership';
import { wait } from '#platform/wait';
import { checkpointsIn } from '#read-models/projector/checkpoints';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { CasusUnreachable, type CasusApi } from '#apps/allocation/src/casus-api';
import { answersTo, casusOf } from '#apps/allocation/src/errands/answers-to';
import type { Errand } from '#apps/allocation/src/errands/errands';
import type { NoteRefusal } from '#apps/allocation/src/errands/noting-refusals';
import { Waitings } from '#apps/allocation/src/errands/waitings';
import { OWN_CATEGORIES } from '#apps/allocation/src/shelf';

/** The checkpoint of what was sent, and the lock of whoever sends. */
export const ANSWERS = 'answers';
const PAGE = 50;
const LOOK_AT_LOCK_MS = 1000;
/** So many casus that cannot be told now are passed over; with more, it is not they. */
const MOST_HELD = 3;

export interface AnsweringOptions {
  readonly store: EventStore;
  readonly db: AllocationDatabase;
  readonly api: CasusApi;
  readonly noteRefusal: NoteRefusal;
}

/**
 * The errand that sends what the own log leads to, of each casus in its order, each with a key of its event: at least once,
 * and once in its effect. What is refused is recorded in the own log. A casus that cannot be told now holds up its own
 * answers and no others. How far all came is kept. It comes to the end of the log, or does nothing while another instance
 * sends; rejects when a casus cannot be reached.
 */
export function answering({ store, db, api, noteRefusal }: AnsweringOptions): Errand['work'] {
  const checkpoints = checkpointsIn(db, SCHEMA);
  /** Events behind one that could not be sent, which were. Lost with this process: their keys make them once. */
  const ahead = new Set<string>();
  let waitings = new Waitings();

  /** Where to go on, with what is waited for there. */
  async function place(): Promise<Position> {
    const position = await checkpoints.load(ANSWERS);
    if (position < waitings.position) waitings = new Waitings();
    await waitings.readOn(store, position);
    return position;
  }

  /** Takes in which steps of a casus wait no longer, as far as that was heard. */
  async function hearOf(casus: string): Promise<void> {
    const rows = await db.selectFrom('resumed_steps').select(['step', 'at']).where('casus', '=', casus).execute();
    for (const { step, at } of rows) waitings.end({ casus, step }, at);
  }

  /** Sends what follows from one event, but for what was refused before. */
  async function tell(event: RecordedEvent, casus: string): Promise<void> {
    await hearOf(casus);
    for (const answer of answersTo(event, waitings)) {
      if (waitings.isRefused(event.id, answer.command)) continue;
      const outcome = await api.send(answer, `${event.id}.${answer.command}`);
      if (outcome.result === 'done') continue;
      await noteRefusal(event, answer, outcome.code);
      waitings.refuse(event.id, answer.command);
    }
  }

  /** Answers up to the end of the log; gives whether there was anything. */
  async function answerAll(leading: AbortSignal): Promise<boolean> {
    let position = await place();
    let busy = false;
    const held = new Map<string, CasusUnreachable>();

    /** Whether it was sent, now or before; false where its casus cannot be told now. */
    async function isTold(event: RecordedEvent): Promise<boolean> {
      busy = true;
      const casus = casusOf(event);
      if (casus === undefined || ahead.has(event.id)) return true;
      if (held.has(casus)) return false;
      try {
        await tell(event, casus);
        return true;
      } catch (fault) {
        if (!(fault instanceof CasusUnreachable) || held.size === MOST_HELD) throw fault;
        held.set(casus, fault);
        return false;
      }
    }

    for (let from = position; ;) {
      const page = await store.readAll({ after: from, limit: PAGE, categories: OWN_CATEGORIES });
      for (const event of page.events) {
        if (leading.aborted) return busy;
        if (!(await isTold(event))) continue;
        waitings.take(event);
        if (held.size > 0) {
          ahead.add(event.id);
          continue;
        }
        // Another moved it first.
        if (!(await checkpoints.advance(ANSWERS, position, event.position))) return busy;
        ahead.delete(event.id);
        position = event.position;
      }
      if (page.end) break;
      from = page.position;
    }
    for (const fault of held.values()) throw fault;
    ahead.clear();
    return busy;
  }

  const leadership = leadershipBy(db, ANSWERS, (signal) => wait(LOOK_AT_LOCK_MS, signal));
  return async (signal) => {
    let busy = false;
    // An errand ends: where it is not its turn it looks again later.
    await leadership.tryLead(signal, async (leading) => {
      busy = await answerAll(leading);
    });
    return busy;
  };
}
