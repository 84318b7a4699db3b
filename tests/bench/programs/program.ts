import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program that runs as a process of its own, and where it is reached. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  /** Stops it in order. */
  stop(): Promise<void>;
}

/** Variables that a developer may have set and that would lead a benchmark elsewhere. */
const LEFT_OUT = /^(DATABASE_URL|KURRENTDB_URL|AANZET_.*|ALLOCATION_.*|KAFKA_.*|OTEL_.*|NODE_OPTIONS)$/;

/** The main file of an app, as it was built in this folder of ours. */
export const builtApp = (app: string): string =>
  fileURLToPath(new URL(`../../../dist/apps/${app}/src/main.js`, import.meta.url));

/**
 * Starts a program and waits until it tells its address over the channel that it gets. What it logs is made and thrown
 * away, so that nobody but itself pays for that.
 */
export async function startProgram(
  main: string,
  more: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Program> {
  const kept = Object.entries(process.env).filter(([name]) => !LEFT_OUT.test(name));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(kept), AANZET_PORT: '0', ...more },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const told = once(child, 'message') as Promise<[{ url: string }]>;
  const [first] = await Promise.race([told, ended]);
  if (typeof first !== 'object' || first === null) throw new Error(`${main} ended before it served`);
  return {
    url: (first as { url: string }).url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts an app of the product. */
export const startApp = (app: string, environment: NodeJS.ProcessEnv): Promise<Program> =>
  startProgram(builtApp(app), environment);
