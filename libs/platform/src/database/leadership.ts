import { sql, type Kysely, type RawBuilder } from 'kysely';
import { wait } from '#platform/wait';

/** What whoever leads does, until `leading` aborts. */
type Work = (leading: AbortSignal) => Promise<void>;

/** One of several does the work. It saves double work; what is right does not depend on it. */
export interface Leadership {
  /**
   * Waits for its turn, works, and gives the turn away. `leading` aborts with the signal, and when the turn is lost: then it
   * settles once `work` has, and whoever wants another turn asks again. Rejects with what `work` rejects with, or when it
   * cannot be asked for.
   */
  lead(signal: AbortSignal, work: Work): Promise<void>;
}

/** Waits for a while; settles early when the signal aborts. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** Leadership that can also be asked whether it is one's turn now. */
export interface PromptLeadership extends Leadership {
  /** Works if nobody else does now; false when somebody does. `leading` is as that of `lead`, and so is what it rejects with. */
  tryLead(signal: AbortSignal, work: Work): Promise<boolean>;
}

/** The database did not answer in time: the line to it may be dead, of which it can take many minutes to hear. */
class Unanswered extends Error {
  constructor() {
    super('the database did not answer whose turn it is');
    this.name = 'Unanswered';
  }
}

const PATIENCE_MS = 5000;
const usualPatience: Pause = (signal) => wait(PATIENCE_MS, signal);

async function answered<T>(question: Promise<T>, patience: Pause): Promise<T> {
  const enough = new AbortController();
  const late = patience(enough.signal).then((): never => {
    throw new Unanswered();
  });
  try {
    return await Promise.race([question, late]);
  } finally {
    enough.abort();
  }
}

/**
 * Leadership by a lock of PostgreSQL that lasts as long as its connection: who is killed gives it up, and who loses the
 * connection, or has no answer within `patience` (five seconds), notices at the next look, for which it waits by `pause`.
 * The pool of `db` closes connections that are given back unanswered (`closingUnanswered`).
 */
export function leadershipBy<DB>(
  db: Kysely<DB>,
  name: string,
  pause: Pause,
  patience: Pause = usualPatience,
): PromptLeadership {
  const key = sql`hashtextextended(${name}, 0)`;

  const ask = <T>(connection: Kysely<DB>, question: RawBuilder<T>) => answered(question.execute(connection), patience);

  async function isFree(connection: Kysely<DB>): Promise<boolean> {
    const { rows } = await ask(connection, sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`);
    return rows[0]?.got === true;
  }

  /** Settles when the turn is lost, or with the signal; whether it is lost. */
  async function isLost(connection: Kysely<DB>, signal: AbortSignal): Promise<boolean> {
    const isOver = () => signal.aborted;
    try {
      while (!isOver()) {
        await pause(signal);
        if (!isOver()) await ask(connection, sql`select 1`);
      }
      return false;
    } catch {
      return true;
    }
  }

  async function workAndGiveUp(connection: Kysely<DB>, signal: AbortSignal, work: Work): Promise<void> {
    const lost = new AbortController();
    const done = new AbortController();
    const looking = isLost(connection, done.signal).then((is) => {
      lost.abort();
      return is;
    });
    try {
      await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      done.abort();
      // With the connection the lock goes, and somebody else may have it by now.
      if (!(await looking)) await ask(connection, sql`select pg_advisory_unlock(${key})`).catch(() => undefined);
    }
  }

  return {
    lead: (signal, work) =>
      db.connection().execute(async (connection) => {
        while (!(await isFree(connection))) {
          await pause(signal);
          if (signal.aborted) return;
        }
        await workAndGiveUp(connection, signal, work);
      }),
    tryLead: (signal, work) =>
      db.connection().execute(async (connection) => {
        if (!(await isFree(connection))) return false;
        await workAndGiveUp(connection, signal, work);
        return true;
      }),
  };
}
