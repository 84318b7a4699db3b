import type { Instant } from '#event-sourcing/instant';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A watch in a process of its own, which is killed at a step of its own. */
export interface MortalWatch {
  /** Puts its clock; it looks at once at what came due. */
  put(time: Instant): void;
  /** Settles when it is dead. */
  readonly ended: Promise<unknown>;
  kill(): void;
}

const PROGRAM = fileURLToPath(new URL('watch-process.ts', import.meta.url));

/** Starts one; SIGKILL meets it where it tells its step number `lastStep`. `step` is called at every step. */
export function mortalWatch(url: string, time: Instant, lastStep: number, step: () => void): MortalWatch {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, url], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let steps = 0;
  child.on('message', () => {
    steps += 1;
    if (steps === lastStep) child.kill('SIGKILL');
    step();
  });
  const put = (at: Instant) => {
    // One that dies at this moment does not hear it.
    if (child.connected) child.send(at, () => undefined);
  };
  put(time);
  return { put, ended: once(child, 'exit'), kill: () => child.kill('SIGKILL') };
}
