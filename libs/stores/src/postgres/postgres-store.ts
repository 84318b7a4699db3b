import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { follow } from '#event-sourcing/subscription';
import { appendBatches } from '#stores/postgres/append-batches';
import { prepared } from '#stores/postgres/batch';
import { listener, type Listener } from '#stores/postgres/listener';
import { findAppend, readHead, readPage, readStream } from '#stores/postgres/read-log';
import { refuseEmpty } from '#stores/refused-request';
import { wakeUp } from '#stores/wake-up';
import { Pool, type PoolConfig } from 'pg';

/** How a log in PostgreSQL is opened. */
export interface PostgresStoreOptions {
  readonly url: string;
  /** How long a reader at the end of the log waits at most before it looks again, notified or not; also how long until a lost notice connection is tried again. Milliseconds; default 1000. */
  readonly pollEveryMs?: number;
  /** Whether to listen for notices (default). Not possible behind a pooler that shares connections between transactions; readers poll then. */
  readonly listen?: boolean;
  /** How many positions of the log one statement looks through at most for a filter that fits few. Default 200,000. */
  readonly lookThrough?: number;
  /** How many connections it may read with, besides one that appends and one that listens. Default 5. */
  readonly connections?: number;
}

/** A log with connections of its own. */
export interface PostgresStore extends EventStore {
  /** Lets go of its connections. Abort subscriptions first. */
  close(): Promise<void>;
}

const PAGE = 500;
const CONNECT_WITHIN_MS = 10_000;
// Of a line that goes dead with a question on it TCP tells after a quarter of an hour; of an idle one it can tell soon.
const ANSWER_WITHIN_MS = 60_000;
const ASK_IDLE_AFTER_MS = 10_000;

// The order of the log rests on each statement's own snapshot, and "appended" means durable, whatever the server's defaults.
const DURABLE = '-c default_transaction_isolation=read\\ committed -c synchronous_commit=on';
// The server keeps what a connection holds for as long as it believes in it.
const NOTICED =
  '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000';
const SETTINGS = `${DURABLE} ${NOTICED}`;

function openPool(config: PoolConfig, max: number): Pool {
  const pool = new Pool({ ...config, max, options: SETTINGS });
  // Without a listener, an idle connection that the server ends would end this process; the pool replaces it by itself.
  pool.on('error', () => undefined);
  // So would one that it ends between two statements; the statement that meets it says what went wrong.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/**
 * Opens the log of a database in which LOG_SCHEMA was made (PostgreSQL 15 and newer). Connects when first used. What is not
 * answered within a minute rejects, and its connection is closed.
 */
export function openPostgresStore({
  url,
  pollEveryMs = 1000,
  listen = true,
  connections = 5,
  lookThrough = 200_000,
}: PostgresStoreOptions): PostgresStore {
  const config = {
    connectionString: url,
    application_name: 'aanzet-log',
    keepAlive: true,
    keepAliveInitialDelayMillis: ASK_IDLE_AFTER_MS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
  };
  const writing = openPool(config, 1);
  const reading = openPool(config, connections);
  const wake = wakeUp();
  const appendAll = appendBatches(writing);
  let hearing: Listener | undefined;

  return {
    async append(requests) {
      refuseEmpty(requests);
      if (requests.length === 0) return [];
      const outcomes = await appendAll(requests.map(prepared));
      let head = BEGINNING;
      for (const told of outcomes) if (told.outcome === 'appended' && told.position > head) head = told.position;
      wake.reached(head);
      return outcomes;
    },
    readStream: (stream, options) => readStream(reading, stream, options),
    readAll: (options) => readPage(reading, options, lookThrough),
    subscribe({ after, signal, limit = PAGE, ...filter }) {
      if (listen) hearing ??= listener(config, wake, pollEveryMs);
      return follow(
        {
          read: (position) => readPage(reading, { after: position, limit, ...filter }, lookThrough),
          moreAfter: (position, aborted) => wake.beyond(position, aborted, pollEveryMs),
        },
        after,
        signal,
      );
    },
    findAppend: (key) => findAppend(reading, key),
    head: () => readHead(reading),
    async close() {
      await hearing?.close();
      await Promise.all([writing.end(), reading.end()]);
    },
  };
}
