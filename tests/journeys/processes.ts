import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program of the product: an app by its folder, or all services apart. */
export type Program =
  | 'allocation'
  | 'casus'
  | 'feed'
  | 'relay'
  | 'insight'
  | 'projector'
  | 'watch'
  | 'cli'
  | 'standalone'
  | 'standalone apart';

function built(program: Program): string {
  const [app, folder] = program.split(' ');
  return fileURLToPath(new URL(`../../dist/apps/${app}/src/${folder ? `${folder}/` : ''}main.js`, import.meta.url));
}

/** Variables that a developer may have set and that would lead a test elsewhere. */
const LEFT_OUT = /^(DATABASE_URL|KURRENTDB_URL|AANZET_.*|KAFKA_.*|PORT|NODE_OPTIONS)$/;

function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program that runs, as a process of its own. */
export interface Running {
  readonly pid: number;
  /** Settles with what was said once that fits; rejects when the program ends before. */
  untilSaid(what: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<Ended>;
  kill(signal: NodeJS.Signals): void;
}

const alive = new Set<ChildProcess>();

// A test that fails half-way leaves its programs behind: they would keep the whole run from ending.
afterAll(() => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a program, which `npm test` has built. Whatever still runs when the tests of a file are over is killed. */
export function start(program: Program, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [built(program), ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  let out = '';
  let err = '';
  let closed = false;
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'exit').then(([code]): Ended => {
    closed = true;
    alive.delete(child);
    child.stdout.emit('looked');
    return { code: typeof code === 'number' ? code : null, out, err };
  });
  return {
    pid: child.pid ?? 0,
    async untilSaid(what) {
      for (;;) {
        const found = what.exec(out);
        if (found) return found;
        if (closed) throw new Error(`ended without saying ${String(what)}:\n${out}\n${err}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stdout, 'looked')]);
      }
    },
    ended,
    kill: (signal) => child.kill(signal),
  };
}

/** Runs aanzet to its end. */
export const aanzet = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  start('cli', args, env).ended;

/** Settles when a start serves; with the address of its API. */
export async function serving(running: Running): Promise<string> {
  const [, url = ''] = await running.untilSaid(/^API: +(http:\/\/[^/\s]+)/m);
  await running.untilSaid(/^Stop: Ctrl-C$/m);
  return url;
}

/** A folder of one test's own, which other accounts may pass through. */
export function ownFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'aanzet-journey-'));
  chmodSync(path, 0o711);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The process of the database of a home, by its pid file; undefined when none runs. */
export function databaseProcess(home: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(home, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
