import { rm } from 'node:fs/promises';
import type { HomePaths } from '#home/home-paths';

/** Removes what a home holds: the database and the settings, and nothing that somebody else put in the folder. */
export async function emptyHome({ data, settings, run, password }: HomePaths): Promise<void> {
  for (const path of [data, `${data}.new`, settings, run, password]) await rm(path, { recursive: true, force: true });
}
