import type { Command } from 'commander';
import type { Schema } from '#platform/database/migrate';
import { within, type Installation, type Whereabouts } from '#installation/installation';

/** What every command may be told. */
export interface GlobalOptions extends Whereabouts {
  readonly json?: true;
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Opens the installation that the options name for the while of some work. A signal closes it as well. */
export function withInstallation(
  command: Command,
  work: (installation: Installation) => Promise<void>,
  schemas?: readonly Schema[],
): Promise<void> {
  const { home, database, kurrentdb, now, rules } = command.optsWithGlobals<GlobalOptions>();
  return within(
    { home, database, kurrentdb, now, rules },
    { use: 'command', ...(schemas && { schemas }) },
    async (installation) => {
      const handlers = Object.entries(SIGNALS).map(([signal, code]) => {
        const handler = () => {
          void installation.close().finally(() => process.exit(code));
        };
        process.once(signal, handler);
        return () => process.removeListener(signal, handler);
      });
      try {
        await work(installation);
      } finally {
        for (const remove of handlers) remove();
      }
    },
  );
}

/** Writes to standard output. */
export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** One JSON document. */
export const printJson = (document: unknown): void => {
  print(JSON.stringify(document, null, 2));
};
