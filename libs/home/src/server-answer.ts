import { realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { DATABASE_USER } from '#home/cluster';
import type { HomePaths } from '#home/home-paths';
import { readText } from '#home/small-file';

const CANNOT_CONNECT_NOW = '57P03';
const TRIES = 600;
const BETWEEN_MS = 100;

/** The address of a database on the server of a home. */
export const databaseUrl = (port: number, password: string, database: string): string =>
  `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;

/** The port that the newest server of this data folder took, by its pid file; undefined without one. */
async function portInPidFile({ data }: HomePaths): Promise<number | undefined> {
  const port = Number((await readText(`${data}/postmaster.pid`))?.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

/** Whether the server of exactly this data folder listens there. Waits for one that is starting or stopping. */
async function isOurs({ data }: HomePaths, port: number, password: string): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const client = new Client({ connectionString: databaseUrl(port, password, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return (await realpath(rows[0]?.data_directory ?? '')) === (await realpath(data));
    } catch (error) {
      if (!(error instanceof DatabaseError && error.code === CANNOT_CONNECT_NOW)) return false;
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(BETWEEN_MS);
  }
  return false;
}

/**
 * The port of a server that runs on the data folder of this home without anybody: its start was killed. The pid file
 * alone proves nothing, for its number may long belong to another process; what counts is who answers.
 */
export async function orphanPort(paths: HomePaths, password: string): Promise<number | undefined> {
  const port = await portInPidFile(paths);
  return port !== undefined && (await isOurs(paths, port, password)) ? port : undefined;
}
