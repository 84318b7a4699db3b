import { sql, type Kysely } from 'kysely';

/** One of several does the work. It saves double work; what is right does not depend on it. */
export interface Leadership {
  /**
   * Waits for its turn, works, and gives the turn away. `leading` aborts with the signal, and when the turn is lost: then it
   * settles once `work` has, and whoever wants another turn asks again. Rejects with what `work` rejects with.
   */
  lead(signal: AbortSignal, work: (leading: AbortSignal) => Promise<void>): Promise<void>;
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
async function workOn<DB>(
  connection: Kysely<DB>,
  pause: Pause,
  signal: AbortSignal,
  work: (leading: AbortSignal) => Promise<void>,
): Promise<void> {
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

/**
 * Leadership by a lock of PostgreSQL that lasts as long as its connection: who is killed gives it up, and who loses the
 * connection notices at the next look.
 */
export const leadershipBy = <DB>(db: Kysely<DB>, name: string, pause: Pause): Leadership => ({
  lead: (signal, work) =>
    db.connection().execute(async (connection) => {
      const key = sql`hashtextextended(${name}, 0)`;
      for (;;) {
        const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`.execute(connection);
        if (rows[0]?.got === true) break;
        await pause(signal);
        if (signal.aborted) return;
      }
      try {
        await workOn(connection, pause, signal, work);
      } finally {
        // A connection that is gone has given it up already.
        await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
      }
    }),
});
