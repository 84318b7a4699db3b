import { startServer, type PostgresServer } from '#tests/engines/postgres-server';

declare global {
  /** The server that this run started; stop-postgres.ts stops it. */
  var startedPostgres: PostgresServer | undefined;
}

// Specs prove order and outcomes, not durability across a power cut; without fsync they start and run faster.
const SETTINGS = ['max_connections=200', 'fsync=off'];

/** Starts one PostgreSQL for all specs that need a server, unless TEST_DATABASE_URL names one. */
export default async function startPostgres(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  globalThis.startedPostgres = await startServer(SETTINGS);
  process.env['TEST_DATABASE_URL'] = globalThis.startedPostgres.url;
}
