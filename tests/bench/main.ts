import { benchAppend } from '#tests/bench/append';
import { benchBoard } from '#tests/bench/board';
import { benchCalendar } from '#tests/bench/calendar';
import { benchCommandsGrowth } from '#tests/bench/commands-growth';
import { benchCommandsHttp } from '#tests/bench/http/commands-http';
import { benchProjection } from '#tests/bench/projection';
import { benchRebuild } from '#tests/bench/rebuild/rebuild';
import { say } from '#tests/bench/report';
import { benchScreen } from '#tests/bench/screen/screen';
import { benchWatch } from '#tests/bench/watch';
import { startServer } from '#tests/engines/postgres-server';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
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
    sizes: { type: 'string', default: '14000,100000' },
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
  say(
    `- ${values.seconds} s per measurement, median of ${values.rounds}; client and server share the machine, whose load was ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  );
}

const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const casus = Number(values.casus);

/** The parts, in the order in which they run. */
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  append: () => benchAppend({ seconds, rounds }),
  projection: () => benchProjection({ casus, rounds }),
  board: () => benchBoard({ sizes: values.sizes.split(',').map(Number), times: 200 }),
  calendar: () => {
    benchCalendar(seconds);
    return Promise.resolve();
  },
  commands: () => benchCommandsGrowth(),
  'commands-http': () => benchCommandsHttp({ seconds, rounds }),
  screen: () => benchScreen({ seconds: seconds * 5, times: rounds * 10 }),
  rebuild: () => benchRebuild(Number(process.env['BENCH_EVENTS'] ?? 200_000), process.env['BENCH_HEAP_MIB']),
  watch: () => benchWatch({ casus }),
};
const WITH_PEERS = ['append', 'projection'];

const wanted = positionals.length === 0 ? Object.keys(PARTS) : positionals;
if (!wanted.every((part) => Object.hasOwn(PARTS, part))) {
  say(`usage: npm run bench -- [${Object.keys(PARTS).join('] [')}], all without a name`);
  say('  [--seconds 5] [--rounds 3]      how long and how often: append, projection, calendar,');
  say('                                  commands-http, screen (five times as long)');
  say('  [--casus 2000]                  how many: projection, watch');
  say('  [--sizes 14000,100000]          how many casus the tables of board hold, beside a thousand');
  say('  BENCH_EVENTS=200000             in the environment: how many events rebuild has in its log');
  say('  BENCH_HEAP_MIB=256              in the environment: how much heap its projector may use; as Node sees fit');
  process.exit(2);
}
if (wanted.some((part) => WITH_PEERS.includes(part)) && !existsSync(join(PEERS, 'node_modules'))) {
  say('installing the peers in tests/bench/peers …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
}
const server = await startServer(['max_connections=200', 'shared_buffers=512MB', 'max_wal_size=4GB']);
process.env['TEST_DATABASE_URL'] = server.url;
try {
  await describeMachine(server.url);
  for (const part of wanted) await PARTS[part]?.();
} finally {
  await server.stop();
}
