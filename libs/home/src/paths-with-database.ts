import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { HomePaths } from '#home/home-paths';
import { Client } from 'pg';

const LENGTH = 16;

/**
 * The paths of a home that is used with a database of one's own: the settings are those of that database, told from
 * others by host, port and name. Account and password neither count nor are kept.
 */
export function pathsWithDatabase(paths: HomePaths, url: string): HomePaths {
  const { host, port, database = '' } = new Client({ connectionString: url });
  const mark = createHash('sha256')
    .update(JSON.stringify([host, port, database]))
    .digest('hex');
  return { ...paths, settings: join(paths.home, `database-${mark.slice(0, LENGTH)}.json`) };
}
