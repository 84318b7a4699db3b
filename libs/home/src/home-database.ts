import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from '#home/cluster';
import { createCluster } from '#home/create-cluster';
import { emptyHome } from '#home/empty-home';
import { ensureDatabase } from '#home/ensure-database';
import { holderOf, lockHome, type Use } from '#home/home-lock';
import { makeHomeFolder } from '#home/home-folder';
import type { HomePaths } from '#home/home-paths';
import { assertReachable, postgresAccount } from '#home/postgres-account';
import { postgresBinaries } from '#home/postgres-binaries';
import {
  forgetRunningServer,
  readRunningServer,
  writeRunningServer,
  type RunningClock,
  type RunningServer,
} from '#home/running-server';
import { databaseUrl, orphanPort } from '#home/server-answer';
import { readText, writeText } from '#home/small-file';
import { abandonCluster, startCluster, stopCluster } from '#home/start-cluster';
import { Trouble } from '#home/trouble';
import { watchServer } from '#home/watch-server';

/** The database of a home. */
export interface HomeDatabase {
  readonly url: string;
  /** The clock of the start that holds the home, when it is another process. */
  readonly clock?: RunningClock;
  /** Says how the clock of this start runs, so that commands go by it too. */
  tellClock(clock: RunningClock): Promise<void>;
  /** Watches the server when this process started it; `lost` is told when it has ended by itself. */
  watch(lost: (trouble: Trouble) => void): Promise<void>;
  /** Stops the server when this process started it. Again is nothing. */
  close(): Promise<void>;
  /** Stops the server at once, in the way of a crash, when this process started it. What was committed stays. */
  readonly abandon: () => void;
}

/** What a home is opened for, and whether it begins anew: all that it held is gone then. */
export interface Opening {
  readonly use: Use;
  readonly fresh?: boolean;
}

const DATABASE = 'aanzet';
const TRIES = 600;
const BETWEEN_MS = 100;

async function passwordOf({ password, data }: HomePaths): Promise<string> {
  const kept = (await readText(password))?.trim();
  if (kept) return kept;
  if ((await readText(`${data}/PG_VERSION`)) !== undefined) {
    throw new Trouble(
      `the password of the database, ${password}, is ${kept === undefined ? 'missing' : 'empty'}: put it back from a backup, or begin anew by removing ${data}`,
    );
  }
  const made = randomBytes(24).toString('hex');
  await writeText(password, made);
  return made;
}

async function clusterOf(paths: HomePaths): Promise<Cluster> {
  const binaries = await postgresBinaries();
  const account = await postgresAccount();
  if (account) for (const path of [paths.home, binaries.initdb]) await assertReachable(path, account);
  return { paths, binaries, account, password: await passwordOf(paths) };
}

/** Makes a home as it was before its first start. */
async function emptied(cluster: Cluster): Promise<Cluster> {
  if ((await orphanPort(cluster.paths, cluster.password)) !== undefined) await stopCluster(cluster);
  await emptyHome(cluster.paths);
  return { ...cluster, password: await passwordOf(cluster.paths) };
}

/** Holds a home whose lock was just taken, with its server running. */
async function held(paths: HomePaths, { fresh }: Opening, release: () => Promise<void>): Promise<HomeDatabase> {
  const found = await clusterOf(paths);
  const cluster = fresh ? await emptied(found) : found;
  const { password } = cluster;
  await createCluster(cluster);
  const port = await startCluster(cluster);
  const running: RunningServer = { holder: process.pid, port, password };
  let closing: Promise<void> | undefined;
  let watch: { close(): Promise<void> } | undefined;
  const close = async () => {
    await watch?.close();
    await forgetRunningServer(paths);
    await stopCluster(cluster);
    await release();
  };
  try {
    await ensureDatabase(databaseUrl(port, password, 'postgres'), DATABASE);
    await writeRunningServer(paths, running);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: databaseUrl(port, password, DATABASE),
    tellClock: (clock) => writeRunningServer(paths, { ...running, clock }),
    async watch(lost) {
      watch = await watchServer({
        url: databaseUrl(port, password, 'postgres'),
        answers: async () => (await orphanPort(paths, password)) === port,
        lost: () => {
          lost(
            new Trouble(
              `the database of ${paths.home} has ended by itself: start again, what was written stays; see ${paths.serverLog}`,
            ),
          );
        },
      });
    },
    close: () => (closing ??= close()),
    abandon: () => {
      abandonCluster(cluster);
    },
  };
}

/** Uses the server of another process. */
const joined = ({ port, password, clock }: RunningServer): HomeDatabase => ({
  url: databaseUrl(port, password, DATABASE),
  ...(clock && { clock }),
  tellClock: () => Promise.resolve(),
  watch: () => Promise.resolve(),
  close: () => Promise.resolve(),
  abandon: () => undefined,
});

/** Uses the database that a start has running in a home. Throws a Trouble when none has. */
export async function joinHomeDatabase(paths: HomePaths): Promise<HomeDatabase> {
  const holder = await holderOf(paths);
  const running = holder?.use === 'start' ? await readRunningServer(paths, holder.pid) : undefined;
  if (running) return joined(running);
  throw new Trouble(
    `no database runs in the home folder ${paths.home}: name your own in DATABASE_URL, or start all services with "npm run services"`,
  );
}

/**
 * Opens the database of a home: takes the home, makes and starts what is missing. A command uses the server of a start
 * that holds the home; everybody waits for a command that holds it. Throws a Trouble when another start holds it.
 */
export async function openHomeDatabase(paths: HomePaths, opening: Opening): Promise<HomeDatabase> {
  const { use } = opening;
  await makeHomeFolder(paths);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const locked = await lockHome(paths, use);
    if (locked.mine) {
      return held(paths, opening, () => locked.release()).catch(async (error: unknown) => {
        await locked.release();
        throw error;
      });
    }
    const { holder } = locked;
    if (holder.use === 'start') {
      if (use === 'start') {
        throw new Trouble(
          `the home folder ${paths.home} is in use by another start (process ${holder.pid}): stop that one, or choose another folder with --home`,
        );
      }
      const running = await readRunningServer(paths, holder.pid);
      if (running) return joined(running);
    }
    await delay(BETWEEN_MS);
  }
  throw new Trouble(`the home folder ${paths.home} stays in use by another command: try again once it has ended`);
}
