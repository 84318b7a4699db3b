import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { checkpointsIn } from '#read-models/projector/checkpoints';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import type { AllocationTables } from '#apps/allocation/src/allocation-tables';
import type { CasusApi } from '#apps/allocation/src/casus-api';
import { answersTo } from '#apps/allocation/src/errands/answers-to';
import { OWN_CATEGORIES, Shelf } from '#apps/allocation/src/shelf';
import type { Clock } from '#platform/clock';

type RefusedAnswer = AllocationTables['refused_answers'];

const CHECKPOINT = 'answers';
const PAGE = 50;

export interface AnsweringOptions {
  readonly store: EventStore;
  readonly db: AllocationDatabase;
  readonly api: CasusApi;
  readonly clock: Clock;
}

/**
 * Sends what the own log leads to, in its order, each with a key of its event: at least once, and once in its effect. How
 * far it came is kept, with what was refused, after it was sent. Ends when the signal aborts, or when another was first;
 * rejects when the casus cannot be reached.
 */
export async function answering({ store, db, api, clock }: AnsweringOptions, signal: AbortSignal): Promise<void> {
  let position = await checkpointsOf(db).load(CHECKPOINT);
  const shelf = await new Shelf(store).readOn(position);
  const known = {
    searchOf: (casus: string) => shelf.searchOf(casus),
    statusOf: (home: string) => shelf.homes.get(home)?.home.status,
  };

  async function answer(event: RecordedEvent): Promise<boolean> {
    shelf.take(event);
    const refused: RefusedAnswer[] = [];
    for (const { command, casus, about, ...sent } of answersTo(event, known)) {
      const outcome = await api.send({ command, casus, about, ...sent }, `${event.id}.${command}`);
      if (outcome.result === 'done') continue;
      refused.push({ event: event.id, command, casus, about, code: outcome.code, at: clock.now() });
    }
    const from = position;
    position = event.position;
    return db.transaction().execute(async (trx) => {
      for (const row of refused) {
        const own = trx.withSchema(SCHEMA).insertInto('refused_answers').values(row);
        await own.onConflict((there) => there.doNothing()).execute();
      }
      return checkpointsOf(trx).advance(CHECKPOINT, from, event.position);
    });
  }

  for await (const page of store.subscribe({ after: position, signal, limit: PAGE, categories: OWN_CATEGORIES })) {
    for (const event of page.events) {
      if (signal.aborted || !(await answer(event))) return;
    }
  }
}

const checkpointsOf = (db: AllocationDatabase) => checkpointsIn(db, SCHEMA);
