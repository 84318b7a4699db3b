import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';
import type { Announcement } from '#installation/run-service';

const announcement: v.GenericSchema<unknown, Announcement> = v.object({ url: v.string() });

/** How long a process may take to stop in order: longer than it waits for requests at hand. */
const PATIENCE_MS = 20_000;

/** The Kafka client asks for a pause that lies before now; whoever reads the output can do nothing about that. */
const OPTIONS = ['--disable-warning=TimeoutNegativeWarning'];

/** A service that runs as a process of its own. */
export interface Child {
  readonly pid: number;
  /** Settles with its address once it serves, with undefined when it ends before. */
  readonly serves: Promise<string | undefined>;
  /** Settles when it has ended, with how. */
  readonly ended: Promise<string>;
  /** Stops it in order. Throws a Trouble when it does not manage to. */
  stop(): Promise<void>;
}

/** Starts a program with a channel to it; `hear` is told each line that it says. It stops when this process is gone. */
export function startChild(main: string, environment: NodeJS.ProcessEnv, hear: (line: string) => void): Child {
  const child = spawn(process.execPath, [...OPTIONS, main], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A Ctrl-C in the terminal is ours alone, so that all stop in order.
    detached: true,
    windowsHide: true,
  });
  for (const said of [child.stdout, child.stderr]) if (said) createInterface({ input: said }).on('line', hear);
  const ended = once(child, 'exit').then(
    ([code, signal]) => (typeof signal === 'string' ? `signal ${signal}` : `exit code ${String(code)}`),
    (error: unknown) => `it cannot be run: ${errorCode(error) ?? 'no reason given'}`,
  );
  let over = false;
  void ended.then(() => (over = true));
  const serves = new Promise<string | undefined>((resolve) => {
    child.on('message', (message) => {
      const told = v.safeParse(announcement, message);
      if (told.success) resolve(told.output.url);
    });
    void ended.then(() => {
      resolve(undefined);
    });
  });
  return {
    pid: child.pid ?? 0,
    serves,
    ended,
    async stop() {
      // Whoever waits for its end knows already how it ended.
      if (over) return;
      const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      child.kill('SIGTERM');
      const how = await ended;
      clearTimeout(impatience);
      if (how !== 'exit code 0') throw new Trouble(`it did not stop in order (${how})`);
    },
  };
}
