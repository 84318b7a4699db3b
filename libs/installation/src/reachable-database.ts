import { oneLine } from '#installation/one-line';
import { Trouble } from '#home/trouble';
import { Client } from 'pg';

const OLDEST = 150_000;
const PATIENCE_MS = 10_000;

/** The database as it may be spoken of: without account and password. */
function spokenOf(url: string): string {
  if (!URL.canParse(url))
    throw new Trouble('DATABASE_URL is no address: it looks like postgres://user@host:5432/database');
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Throws a Trouble when a database cannot be reached or is older than PostgreSQL 15. */
export async function assertReachableDatabase(url: string): Promise<void> {
  const name = spokenOf(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  let version: string | undefined;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    version = rows[0]?.version;
  } catch (error) {
    throw new Trouble(
      `the database ${name} is not reachable (${oneLine(error)}): start it, put DATABASE_URL right, or leave that out to use the embedded one`,
      error,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  if (Number(version) < OLDEST) {
    throw new Trouble(
      `the database ${name} is PostgreSQL ${Math.floor(Number(version) / 10_000)}: 15 or newer is needed`,
    );
  }
}
