import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the project: its path from the root, and what it says. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The folder of the whole project. */
export const ROOT = join(import.meta.dirname, '../..');

/** Every path that git tracks or would track, under these folders or in all of the project; deleted ones left out. */
export function paths(...folders: readonly string[]): readonly string[] {
  const list = (...flags: string[]): string[] =>
    execFileSync('git', ['ls-files', '-z', ...flags, '--', ...folders], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((path) => path !== '');
  const deleted = new Set(list('--deleted'));
  return list('--cached', '--others', '--exclude-standard').filter((path) => !deleted.has(path));
}

/** A file as it stands. */
export const source = (path: string): Source => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });

export const isSpec = (path: string): boolean => path.endsWith('.spec.ts');

/** All TypeScript under apps/ and libs/. */
export const productSources = (): readonly Source[] =>
  paths('apps', 'libs')
    .filter((path) => path.endsWith('.ts'))
    .map(source);
