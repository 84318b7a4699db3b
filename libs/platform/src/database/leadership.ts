import { sql, type Kysely } from 'kysely';

/** One of several does the work. It saves double work; what is right does not depend on it. */
export interface Leadership {
  /** Waits for its turn, works, and gives the turn away. `leading` aborts with the signal. Rejects with what `work` rejects with. */
  lead(signal: AbortSignal, work: (leading: AbortSignal) => Promise<void>): Promise<void>;
}

/** Waits between two looks whether it is its turn. */
type Pause = (signal: AbortSignal) => Promise<void>;

/** Leadership by a lock of PostgreSQL that lasts as long as its connection: who is killed gives it up. */
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
        await work(signal);
      } finally {
        // A connection that is gone has given it up already.
        await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => undefined);
      }
    }),
});
