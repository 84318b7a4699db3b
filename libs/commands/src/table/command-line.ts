import type { CommandFields, CommandName, ResidentInput } from '#casus/commands';
import type { CommandBody } from '#commands/body/command-body';
import type { BodyClass } from '#commands/form/form';
import { onceEach } from '#commands/form/once-each';

type NewResident = Omit<ResidentInput, 'id'>;

/** The fields of a command as they come in from outside: ids are computed, and a reference of one's own may be left out. */
interface Completed {
  'open-casus': Omit<CommandFields['open-casus'], 'reference' | 'residents'> & {
    readonly reference?: string;
    readonly residents: readonly NewResident[];
  };
  'add-resident': NewResident;
}
export type FieldsFromOutside<N extends CommandName> = N extends keyof Completed ? Completed[N] : CommandFields[N];

/** The names between braces in a path: `{casus}/steps/{step}` holds `casus` and `step`. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/**
 * The body itself when, with the names in the path, it has every field of the command in its type and (but for `More`)
 * no other; else `never`, which no class fits.
 */
export type FittingBody<Fields, Path extends string, More extends string, Body> =
  Body extends Omit<Fields, NamesIn<Path>>
    ? Exclude<keyof Body, Exclude<keyof Fields, NamesIn<Path>> | More> extends never
      ? Body
      : never
    : never;

/** One line of the table of commands: its name, its address, the class of its body, what it is. */
export interface CommandLine<Name extends string = string> {
  readonly do: Name;
  /** Below /v1. Names between braces are fields of the command (but for the casus itself). */
  readonly path: string;
  readonly body: BodyClass<{ at?: CommandBody['at'] }>;
  readonly summary: string;
  /** The key, in the data of the first event, that names what came into being; the answer is 201 then. */
  readonly creates?: string;
  /** Whether its answer tells in `warnings` what will go wrong. */
  readonly warns?: true;
}

/** A line whose body fits its command, else it does not compile. */
export const casusLine = <N extends CommandName, const Path extends string, Body extends CommandBody>(
  name: N,
  path: Path,
  body: BodyClass<Body> & BodyClass<FittingBody<FieldsFromOutside<N>, Path, 'at', Body>>,
  summary: string,
  creates?: string,
): CommandLine<N> => ({ do: name, path, body, summary, ...(creates && { creates }) });

/** The same line, of a command whose answer holds `warnings`. */
export const warning = <N extends string>(line: CommandLine<N>): CommandLine<N> => ({ ...line, warns: true });

/** The names between braces in a path that are fields: all but the casus or partner itself. */
export const fieldsInPath = onceEach(({ path }: CommandLine): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => String(name))
    .filter((name) => name !== 'casus' && name !== 'partner'),
);
