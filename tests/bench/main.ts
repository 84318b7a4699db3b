import { benchAppend } from '#tests/bench/append';
import { say } from '#tests/bench/report';
import { benchWatch } from '#tests/bench/watch';
import { startServer } from '#tests/engines/postgres-server';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';

const PEERS = join(import.meta.dirname, 'peers');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    casus: { type: 'string', default: '2000' },
  },
});

async function describeMachine(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  await client.end();
  const [cpu] = cpus();
  const { dependencies } = JSON.parse(readFileSync(join(PEERS, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  say(`- machine: ${cpus().length} × ${cpu?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  say(`- Node ${process.version}, PostgreSQL ${rows[0]?.version ?? '?'} (fsync ${rows[0]?.fsync ?? '?'})`);
  for (const [name, version] of Object.entries(dependencies)) say(`- ${name} ${version}`);
  say(`- ${values.seconds} s per measurement, median of ${values.rounds}; client and server share the machine`);
}

const bench = positionals[0];
if (bench !== 'append' && bench !== 'watch') {
  say('usage: npm run bench -- append [--seconds 5] [--rounds 3]\n       npm run bench -- watch [--casus 2000]');
  process.exit(2);
}
if (bench === 'append' && !existsSync(join(PEERS, 'node_modules'))) {
  say('installing the peers in tests/bench/peers …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
}
const server = await startServer(['max_connections=200']);
process.env['TEST_DATABASE_URL'] = server.url;
try {
  await describeMachine(server.url);
  if (bench === 'watch') await benchWatch({ casus: Number(values.casus) });
  else await benchAppend({ seconds: Number(values.seconds), rounds: Number(values.rounds) });
} finally {
  await server.stop();
}
