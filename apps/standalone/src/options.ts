import { Command, InvalidArgumentError, Option } from 'commander';
import type { Whereabouts } from '#installation/installation';
import { databaseOption } from '#installation/database-option';
import { kurrentOption } from '#installation/kurrent-option';
import { rulesOption } from '#installation/rules-option';
import { parseNow } from '#installation/parse-now';
import type { Service } from '#installation/service';
import type { Environment } from '#platform/settings';

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
const FIRST_PORT_APART = 3100;

/** As commander calls an option of this name. */
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const homeAndClock = (command: Command): Command =>
  command
    .addOption(new Option('--home <folder>', 'the home folder').env('AANZET_HOME').default('.aanzet'))
    .addOption(databaseOption())
    .addOption(kurrentOption())
    .addOption(rulesOption())
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
    .addOption(new Option('--host <address>', 'where to listen').env('AANZET_HOST').default('127.0.0.1'));

const beginnings = (command: Command, script: string): Command =>
  command
    .option('--fresh', 'begin anew: remove the data of the home folder')
    .option('--real-clock', 'a home that goes by the clock of the machine, and begins empty')
    .option('--demo', 'with --real-clock: play the demo casus all the same')
    .configureOutput({
      outputError: (text, write) => {
        write(`aanzet: ${text.trim().replace(/^error: /, '')} (see ${script} -- --help)\n`);
      },
    });

/** The options of a start, with what they are when they are left out. */
export function startCommand(environment: Environment): Command {
  const usualPort = environment['PORT'] ?? environment['AANZET_PORT'];
  const command = homeAndClock(
    new Command('npm start --').description(
      'Starts all of Aanzet on this machine, the first time with two demo casus.',
    ),
  ).addOption(
    new Option('--port <number>', 'the port, or 0 for any that is free; also PORT')
      .argParser(parsePort)
      .default(usualPort === undefined ? DEFAULT_PORT : parsePort(usualPort)),
  );
  return beginnings(command, 'npm start');
}

/** How services are to be started apart. */
export interface ApartOptions extends StartOptions {
  /** How many processes of a service, by its name. */
  readonly processes: Readonly<Record<string, number>>;
}

function parseCount(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('A number of processes is a whole number from 0 to 99.');
  return Number(text);
}

/** The options of a start of all services as processes of their own. */
export function servicesCommand(services: readonly Service[]): Command {
  const command = homeAndClock(
    new Command('npm run services --').description(
      'Starts every service as a process of its own on this machine, the first time with two demo casus.',
    ),
  ).addOption(
    new Option('--port <number>', 'the port of the first process, the others take those that follow; 0 for any')
      .argParser(parsePort)
      .default(FIRST_PORT_APART),
  );
  for (const { name, about, needs } of services) {
    const only = needs.length === 0 ? '' : `; none without ${needs.join(' and ')}`;
    command.addOption(
      new Option(`--${name} <count>`, `how many processes of ${name} (${about})${only}`)
        .argParser(parseCount)
        .default(1),
    );
  }
  return beginnings(command, 'npm run services');
}

/** Reads how to start from arguments and environment; ends the process on `--help` and on what does not fit. */
export const startOptions = (argv: readonly string[], environment: Environment): StartOptions =>
  startCommand(environment).parse(argv).opts<StartOptions>();

/** The same for services apart. */
export function apartOptions(argv: readonly string[], services: readonly Service[]): ApartOptions {
  const options = servicesCommand(services).parse(argv).opts<StartOptions & Record<string, unknown>>();
  const processes = Object.fromEntries(services.map(({ name }) => [name, Number(options[camelCase(name)])]));
  return { ...options, processes };
}
