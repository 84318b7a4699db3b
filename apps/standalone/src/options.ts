import { Command, InvalidArgumentError, Option } from 'commander';
import type { Whereabouts } from '#installation/installation';
import { databaseOption } from '#installation/database-option';
import { parseNow } from '#installation/parse-now';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** How a start is to go. */
export interface StartOptions extends Whereabouts {
  readonly host: string;
  readonly port: number;
  readonly fresh?: true;
  readonly realClock?: true;
  readonly demo?: true;
  readonly logLevel: string;
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}

const DEFAULT_PORT = 3000;

/** The options of a start, with what they are when they are left out. */
export function startCommand(environment: NodeJS.ProcessEnv): Command {
  const usualPort = environment['PORT'] ?? environment['AANZET_PORT'];
  return new Command('npm start --')
    .description('Starts all of Aanzet on this machine, the first time with two demo casus.')
    .addOption(new Option('--home <folder>', 'the home folder').env('AANZET_HOME').default('.aanzet'))
    .addOption(databaseOption())
    .addOption(
      new Option('--log-level <level>', 'how much is logged')
        .env('AANZET_LOG_LEVEL')
        .choices(LOG_LEVELS)
        .default('warn'),
    )
    .addOption(
      new Option(
        '--now <time>',
        'where the clock stands, such as 2026-11-20T12:00 (local) or with a time zone; it runs on',
      )
        .env('AANZET_NOW')
        .argParser(parseNow),
    )
    .addOption(new Option('--host <address>', 'where to listen').env('AANZET_HOST').default('127.0.0.1'))
    .addOption(
      new Option('--port <number>', 'the port, or 0 for any that is free; also PORT')
        .argParser(parsePort)
        .default(usualPort === undefined ? DEFAULT_PORT : parsePort(usualPort)),
    )
    .option('--fresh', 'begin anew: remove the data of the home folder')
    .option('--real-clock', 'a home that goes by the clock of the machine, and begins empty')
    .option('--demo', 'with --real-clock: play the demo casus all the same')
    .configureOutput({
      outputError: (text, write) => {
        write(`aanzet: ${text.trim().replace(/^error: /, '')} (see npm start -- --help)\n`);
      },
    });
}

/** Reads how to start from arguments and environment; ends the process on `--help` and on what does not fit. */
export const startOptions = (argv: readonly string[], environment: NodeJS.ProcessEnv): StartOptions =>
  startCommand(environment).parse(argv).opts<StartOptions>();
