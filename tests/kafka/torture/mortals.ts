import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { start, type Program } from '#tests/journeys/processes';

/** A process that is killed and started anew. */
export interface Mortal {
  /** Settles when a new one was started in its place. */
  killAndStart(): Promise<void>;
  kill(): Promise<void>;
  readonly deaths: number;
}

interface Life {
  readonly ended: Promise<unknown>;
  kill(): void;
}

function mortal(begin: () => Life): Mortal {
  let life = begin();
  let deaths = 0;
  const kill = async () => {
    life.kill();
    await life.ended;
  };
  return {
    kill,
    async killAndStart() {
      await kill();
      deaths += 1;
      life = begin();
    },
    get deaths() {
      return deaths;
    },
  };
}

/** A service, as the product starts it. */
export const mortalService = (program: Program, environment: Readonly<Record<string, string>>): Mortal =>
  mortal(() => {
    const running = start(program, [], environment);
    return {
      ended: running.ended,
      kill: () => {
        running.kill('SIGKILL');
      },
    };
  });

const PROGRAM = fileURLToPath(new URL('receiver-process.ts', import.meta.url));

/** A receiver of the group; `hear` is told what it tells. */
export const mortalReceiver = (args: readonly string[], hear: (what: unknown) => void): Mortal =>
  mortal(() => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('message', hear);
    return { ended: once(child, 'exit'), kill: () => child.kill('SIGKILL') };
  });
