import { Pool, type PoolConfig } from 'pg';

const A_MINUTE_MS = 60_000;

/**
 * What connects with this to PostgreSQL hears within seconds of a line that goes dead while nothing is under way on it. It
 * waits a minute at most for a connection.
 */
export const ALIVE = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: A_MINUTE_MS,
} as const;

/**
 * It waits a minute at most for an answer, too: of a line that goes dead with a question on it TCP tells after a quarter of
 * an hour.
 */
export const ANSWERED = { ...ALIVE, query_timeout: A_MINUTE_MS } as const;

/**
 * Settings of a session that has the server hear of such a line within half a minute, too: it keeps locks and transactions
 * of a connection for as long as it believes in it.
 */
export const NOTICED = [
  '-c tcp_keepalives_idle=10',
  '-c tcp_keepalives_interval=5',
  '-c tcp_keepalives_count=3',
  '-c tcp_user_timeout=30000',
].join(' ');

/** Opens a pool whose lost connections are no more than that: whoever uses one hears of it from its query. */
export function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // Without listeners, a connection that the server ends, idle or in a transaction, would end this process; the pool
  // replaces it by itself.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
