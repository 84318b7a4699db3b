import type { Logger } from 'pino';
import { openLog } from '#platform/logging';
import { readSettings, WrongSettings } from '#platform/settings';

/** What a service is started with. */
export interface ServiceStart {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
}

const ADVICE: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is in use: stop what uses it or set AANZET_PORT',
  EACCES: 'the port may not be used: set AANZET_PORT to one above 1023',
  '42P01': 'the database is not prepared: run `aanzet migrate` first',
  '3F000': 'the database is not prepared: run `aanzet migrate` first',
  '3D000': 'there is no such database: make it or put DATABASE_URL right',
  '28P01': 'the database refuses the account: put DATABASE_URL right',
  ENOTFOUND: 'the host of the database is not known: put DATABASE_URL right',
  ECONNREFUSED: 'the database does not answer: start it or put DATABASE_URL right',
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** What may be said of any error: its text may quote data. */
const kindOf = (error: unknown): string => `${error instanceof Error ? error.name : 'unknown'}, ${codeOf(error)}`;

function adviceOn(error: unknown): string {
  if (error instanceof WrongSettings) return error.message;
  return ADVICE[codeOf(error)] ?? `it could not start (${kindOf(error)})`;
}

/**
 * Runs a service until SIGINT or SIGTERM: reads the settings, starts, stops in order. What stands in the way is one clear
 * line on standard error and exit code 1.
 */
export async function runService(start: (given: ServiceStart) => Promise<() => Promise<void>>): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const databaseUrl = settings.DATABASE_URL;
    if (databaseUrl === undefined) throw new WrongSettings(['DATABASE_URL must name the PostgreSQL of this service']);
    const log = openLog(settings.AANZET_LOG_LEVEL);
    const stop = await start({ databaseUrl, host: settings.AANZET_HOST, port: settings.AANZET_PORT, log });
    let stopping: Promise<void> | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        stopping ??= stop().catch((error: unknown) => {
          process.stderr.write(`aanzet: it could not stop in order (${kindOf(error)})\n`);
          process.exit(1);
        });
      });
    }
  } catch (error) {
    process.stderr.write(`aanzet: ${adviceOn(error)}\n`);
    // What was opened on the way is let go of with the process.
    process.exit(1);
  }
}
