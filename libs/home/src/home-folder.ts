import { mkdir } from 'node:fs/promises';
import { errorCode } from '#home/error-code';
import type { HomePaths } from '#home/home-paths';
import { Trouble } from '#home/trouble';

/** Makes the home folder, unless it is there. Throws a Trouble when it may not be made. */
export async function makeHomeFolder({ home }: HomePaths): Promise<void> {
  try {
    // Another account may pass through to its data folder, and see nothing else.
    await mkdir(home, { recursive: true, mode: 0o711 });
  } catch (error) {
    const why = errorCode(error) ?? 'no reason given';
    throw new Trouble(`the home folder ${home} cannot be made (${why}): choose another one with --home`, error);
  }
}
