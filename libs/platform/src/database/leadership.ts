import { sql, type Kysely } from 'kysely';

/** What whoever leads does, until `leading` aborts. */
type Work = (leading: AbortSignal) => Promise<void>;

/** One of several does the work. It saves double work; what is right does not depend on it. */
export interface Leadership {
  /**
   * Waits for its turn, works, and gives the turn away. `leading` aborts with the signal, and when the turn is lost: then it
   * settles once `work` has, and whoever wants another turn asks again. Rejects with what `work` rejects with.
   */
  lead(signal: AbortSignal, work: Work): Promise<void>;
}

/** Waits between two looks whether it is its turn, or still is; settles early when the signal aborts. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** Settles when the connection is gone, or with the signal. */
async function untilGone<DB>(connection: Kysely<DB>, pause: Pause, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      await pause(signal);
      await sql`select 1`.execute(connection);
    }
  } catch {
    // With the connection the lock went, and somebody else may have it by now.
  }
}

/** Works for as long as the connection of the lock is there. */
async function workOn<DB>(connection: Kysely<DB>, pause: Pause, signal: AbortSignal, work: Work): Promise<void> {
  const lost = new AbortController();
  const done = new AbortController();
  const looking = untilGone(connection, pause, done.signal).then(() => {
    lost.abort();
  });
  try {
    await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    done.abort();
    await looking;
  }
}

/** Leadership that can also be asked whether it is one's turn now. */
export interface PromptLeadership extends Leadership {
  /** Works if nobody else does now; false when somebody does. `leading` is as that of `lead`. */
  tryLead(signal: AbortSignal, work: Work): Promise<boolean>;
}

/**
 * Leadership by a lock of PostgreSQL that lasts as long as its connection: who is killed gives it up, and who loses the
 * connection notices at the next look.
 */
export function leadershipBy<DB>(db: Kysely<DB>, name: string, pause: Pause): PromptLeadership {
  const key = sql`hashtextextended(${name}, 0)`;

  async function isFree(connection: Kysely<DB>): Promise<boolean> {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`.execute(connection);
    return rows[0]?.got === true;
  }

  async function workAndGiveUp(connection: Kysely<DB>, signal: AbortSignal, work: Work): Promise<void> {
    try {
      await workOn(connection, pause, signal, work);
    } finally {
      // A connection that is gone has given it up already.
      await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
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
