import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScriptFile } from '#player/play';

/** Where a demo home's clock stands when it is first started, as in the scripts. */
export const DEMO_TIME = '2026-11-20T12:00';

const SCRIPTS = ['demo/eva.yaml', 'demo/kees-marianne.yaml'];

/** The folder of the project, wherever this file was built to. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

/** The two casus of the demo. */
export const demoScripts = (): Promise<readonly ScriptFile[]> =>
  Promise.all(SCRIPTS.map(async (file) => ({ file, text: await readFile(join(projectFolder(), file), 'utf8') })));
