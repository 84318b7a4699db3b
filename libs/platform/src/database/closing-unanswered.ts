import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, type Pool } from 'pg';

/**
 * A pool that closes a connection which is given back while something that was asked on it is unanswered: whoever had it next
 * would wait for that answer first, on a line that went dead for many minutes. What was asked rejects then. So it does with
 * one on which something failed that PostgreSQL did not say, such as that no answer came in time: nothing more is asked on
 * it, a rollback neither. No cursors.
 */
export const closingUnanswered = (pool: Pool): PostgresPool => ({
  async connect() {
    const client = await pool.connect();
    let unanswered = 0;
    let failed: Error | undefined;
    const query = async (statement: string, parameters: readonly unknown[]): Promise<unknown> => {
      if (failed) throw failed;
      unanswered += 1;
      try {
        return await client.query(statement, [...parameters]);
      } catch (error) {
        if (error instanceof Error && !(error instanceof DatabaseError)) failed = error;
        throw error;
      } finally {
        unanswered -= 1;
      }
    };
    return {
      // The other form of it takes cursors, which only a dialect that was given a kind of them uses.
      query: query as PostgresPoolClient['query'],
      release() {
        client.release(failed ?? unanswered > 0);
      },
    };
  },
  end: () => pool.end(),
});
