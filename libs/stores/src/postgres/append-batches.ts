import type { AppendOutcome } from '#event-sourcing/event-store';
import { batchArguments, batchOutcomes, type PreparedRequest } from '#stores/postgres/batch';
import { groupCommit } from '#stores/postgres/group-commit';
import { AppendOutcomeUnknown } from '#stores/append-outcome-unknown';
import { refusedByServer } from '#stores/postgres/refused-by-server';
import type { Pool } from 'pg';

const APPEND = {
  name: 'log-append',
  text: 'select log.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  rowMode: 'array',
} as const;

const MOST_APPENDS = 500;
const MOST_CHARACTERS = 8_000_000;

/** Writes one batch. Rejects with AppendOutcomeUnknown when the connection breaks before the answer. */
async function writeBatch(pool: Pool, requests: readonly PreparedRequest[]): Promise<AppendOutcome[]> {
  const client = await pool.connect();
  let broken = false;
  try {
    const { rows } = await client.query<[string]>({ ...APPEND, values: batchArguments(requests) });
    return batchOutcomes(rows[0]?.[0] ?? '[]');
  } catch (error) {
    broken = !refusedByServer(error);
    throw broken ? new AppendOutcomeUnknown(error) : error;
  } finally {
    client.release(broken);
  }
}

/** The append of a log in PostgreSQL: concurrent calls share a transaction. */
export const appendBatches = (pool: Pool) =>
  groupCommit<PreparedRequest, AppendOutcome>({
    write: (requests) => writeBatch(pool, requests),
    leftNothing: refusedByServer,
    weightOf: ({ contents }) => contents.reduce((sum, content) => sum + content.length, 0),
    mostRequests: MOST_APPENDS,
    mostWeight: MOST_CHARACTERS,
  });
