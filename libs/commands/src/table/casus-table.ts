import type { CommandName } from '#casus/commands';
import { casusCommands } from '#commands/table/casus-commands';
import type { CommandLine } from '#commands/table/command-line';
import { askCommands, handoffCommands, promiseCommands } from '#commands/table/handoff-commands';
import { stepCommands } from '#commands/table/step-commands';

/** Every command of a casus by subject, a line each. Adding a command is adding its line (docs/how-to). */
export const CASUS_TABLE = {
  Casus: casusCommands,
  Steps: stepCommands,
  Handoffs: handoffCommands,
  Asks: askCommands,
  Promises: promiseCommands,
} as const;

type Listed = (typeof CASUS_TABLE)[keyof typeof CASUS_TABLE][number]['do'];

/** Does not compile as long as a command of the domain has no line. */
const lines: readonly CommandLine<Exclude<CommandName, Listed> extends never ? CommandName : never>[] =
  Object.values(CASUS_TABLE).flat();

const byName: ReadonlyMap<string, CommandLine<CommandName>> = new Map(lines.map((line) => [line.do, line]));

/** The line of a command; undefined when there is no such command. */
export const casusLineOf = (name: string): CommandLine<CommandName> | undefined => byName.get(name);
