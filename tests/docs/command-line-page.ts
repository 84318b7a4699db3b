import type { Command } from 'commander';
import { optionTable } from '#tests/docs/configuration-page';
import { code, page, table } from '#tests/docs/markdown';

const INTRO = `\`npx aanzet <command>\` in a clone after \`npm ci\`. It uses the database of a running \`npm start\` on the same home folder and goes by its clock; without one it starts the embedded database for the while. With \`DATABASE_URL\` it uses that one.

- What it prints is Dutch, and times are local. With \`--json\` it is one JSON document: English keys, times in UTC.
- Times on the command line are local (\`2026-11-20T12:00\`) or have a time zone.
- Exit code 0: done. 1: not done, with the reason on one line of standard error that begins with \`aanzet:\`; what was asked for by \`--json\` stays off standard output then. 129, 130 and 143: stopped by a signal.
- \`--now\` looks at another moment, also one to come: \`npx aanzet --now 2026-11-23T09:00 next\`. Nothing is written by looking.`;

/** The parts of a usage line that are written after the name. */
const usage = (command: Command, path: string): string =>
  [
    'aanzet',
    path,
    ...command.registeredArguments.map((one) => `<${one.name()}${one.variadic ? '...' : ''}>`),
    ...(command.options.length > 0 ? ['[options]'] : []),
  ].join(' ');

const argumentsOf = (command: Command): string =>
  command.registeredArguments.length === 0
    ? ''
    : table(
        ['Argument', 'Meaning'],
        command.registeredArguments.map((one) => [code(one.name()), one.description]),
      );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** What is said of one command of the command line, and of those below it. */
function commandParts(command: Command, above: string): readonly string[] {
  const path = `${above} ${command.name()}`.trim();
  if (command.commands.length > 0) return command.commands.flatMap((one) => commandParts(one, path));
  const options = command.options.length > 0 ? optionTable(command) : '';
  return [`## ${path}`, code(usage(command, path)), sentence(command.description()), argumentsOf(command), options];
}

/** docs/reference/command-line.md. */
export const commandLinePage = (aanzet: Command): string =>
  page(
    'Command line',
    INTRO,
    '## Options of every command',
    'They stand before or after the name of the command.',
    optionTable(aanzet),
    ...aanzet.commands.flatMap((command) => commandParts(command, '')),
    '## npm start',
    'Everything in one process: database, projections, API. Its options are in [configuration](configuration.md#npm-start). Ctrl-C stops it in order, a second one at once.',
  );
