import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '#home/cluster';
import { Trouble } from '#home/trouble';
import { freePort } from '#home/free-port';
import { orphanPort } from '#home/server-answer';
import { readText } from '#home/small-file';
import { runProgram } from '#home/run-program';

const PORTS_TO_TRY = 3;
const PORT_TAKEN = /could not bind|Address already in use/;
// A server that was just stopped or killed keeps its data folder for a moment.
const NOT_YET_GONE = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;
const TIMES_TO_WAIT = 50;
const BETWEEN_MS = 200;

// Each service has connections of its own, and there may be several of each.
const CONNECTIONS = 300;

const control = ({ binaries, paths, account }: Cluster, ...args: string[]) =>
  runProgram(binaries.pg_ctl, [...args, `--pgdata=${paths.data}`, '--wait', '--timeout=120'], account);

/** What the server said last, from `offset` on in its log. */
async function lastWords({ paths }: Cluster, offset: number): Promise<string> {
  return ((await readText(paths.serverLog)) ?? '').slice(offset);
}

function whyNot(said: string, { paths }: Cluster): Trouble {
  const line = /(?:FATAL|PANIC): {2}(.*)/.exec(said)?.[1] ?? 'it does not say why';
  const hint = /HINT: {2}(.*)/.exec(said)?.[1];
  return new Trouble(
    `the database of ${paths.home} does not start (PostgreSQL: ${[line, hint].filter(Boolean).join('. ')}); see ${paths.serverLog}`,
  );
}

/** Tries once to start the server. What it said instead, when it did not start. */
async function tryToStart(cluster: Cluster, port: number): Promise<{ started: boolean; said: string }> {
  const { serverLog } = cluster.paths;
  const offset = ((await readText(serverLog)) ?? '').length;
  const { code } = await control(
    cluster,
    'start',
    '--silent',
    `--log=${serverLog}`,
    `--options=-p ${port} -c max_connections=${CONNECTIONS}`,
  );
  return code === 0 ? { started: true, said: '' } : { started: false, said: await lastWords(cluster, offset) };
}

/** Starts PostgreSQL on the data folder, or takes over the server that a killed start left behind. Gives its port. */
export async function startCluster(cluster: Cluster): Promise<number> {
  let ports = 1;
  let waits = 0;
  for (;;) {
    const orphan = await orphanPort(cluster.paths, cluster.password);
    if (orphan !== undefined) return orphan;
    const port = await freePort();
    const { started, said } = await tryToStart(cluster, port);
    if (started) return port;
    if (NOT_YET_GONE.test(said) && waits++ < TIMES_TO_WAIT) await delay(BETWEEN_MS);
    else if (!PORT_TAKEN.test(said) || ports++ === PORTS_TO_TRY) throw whyNot(said, cluster);
  }
}

/** Stops the server and waits until it is gone. Connections are ended; what was committed stays. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  await control(cluster, 'stop', '--silent', '--mode=fast');
}

/** Tells the server to end at once, and does not wait: the next start recovers. For a process on its way out. */
export function abandonCluster({ binaries, paths, account }: Cluster): void {
  const args = ['stop', '--silent', '--mode=immediate', '--no-wait', `--pgdata=${paths.data}`];
  spawnSync(binaries.pg_ctl, args, { ...account, cwd: '/', stdio: 'ignore' });
}
