import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Below node_modules, so that it finds the packages of this project. */
const FOLDER = join(ROOT, 'node_modules/.cache/bench-next-program');
const VIEWS = 'dist/libs/read-models/src';
/** They make the tables of the version at hand, and the watch's own, which is no view. */
const LEFT = /(^|\/)([a-z-]*table|migrations)\.js$|^watch\//;

/** A program whose views have all gone up a version. */
export interface NextProgram {
  main(app: string): string;
  remove(): void;
}

function rewrite(file: string, search: RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  const next = text.replaceAll(search, by);
  if (next !== text) writeFileSync(file, next);
}

/**
 * The program as it would be after a change of every projection: the one that is built, with the next version in the
 * name of each table and checkpoint of a view. What it projects is the same.
 */
export function nextProgram(): NextProgram {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(ROOT)) {
    if (!['dist', 'node_modules', '.git', 'package.json'].includes(name))
      symlinkSync(join(ROOT, name), join(FOLDER, name));
  }
  cpSync(join(ROOT, 'package.json'), join(FOLDER, 'package.json'));
  cpSync(join(ROOT, 'dist'), join(FOLDER, 'dist'), { recursive: true });
  const views = join(FOLDER, VIEWS);
  for (const name of readdirSync(views, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js') || LEFT.test(name.replaceAll('\\', '/'))) continue;
    if (basename(name) === 'view-name.js') rewrite(join(views, name), /: 1\b/g, ': 2');
    else rewrite(join(views, name), /\b(read\.(?!watch_)\w+)_v1\b/g, '$1_v2');
  }
  return {
    main(app) {
      const main = join(FOLDER, 'dist/apps', app, 'src/main.js');
      if (!existsSync(main)) throw new Error(`${app} is not built`);
      return main;
    },
    remove() {
      rmSync(FOLDER, { recursive: true, force: true });
    },
  };
}
