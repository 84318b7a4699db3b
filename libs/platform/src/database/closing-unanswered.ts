import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool } from 'pg';

/**
 * A pool that closes a connection which is given back while something that was asked on it is unanswered: whoever had it next
 * would wait for that answer first, on a line that went dead for many minutes. What was asked rejects then. No cursors.
 */
export const closingUnanswered = (pool: Pool): PostgresPool => ({
  async connect() {
    const client = await pool.connect();
    let unanswered = 0;
    const query = async (statement: string, parameters: readonly unknown[]): Promise<unknown> => {
      unanswered += 1;
      try {
        return await client.query(statement, [...parameters]);
      } finally {
        unanswered -= 1;
      }
    };
    return {
      // The other form of it takes cursors, which only a dialect that was given a kind of them uses.
      query: query as PostgresPoolClient['query'],
      release() {
        client.release(unanswered > 0);
      },
    };
  },
  end: () => pool.end(),
});
