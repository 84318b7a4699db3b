import { canonicalJson } from '#event-sourcing/canonical-json';
import { newPartner } from '#commands/form/forms';
import { LOCAL_TIME, readLocalTime } from '#player/local-time';
import type { ScriptLine } from '#player/script';
import type { Item } from '#player/yaml-entries';

/** A line with the text that stands for it: the same for equal lines, however they are written. */
export type UnkeyedLine = Omit<ScriptLine, 'key'> & { readonly text: string };

type Fault = (line: number, code: string, message: string) => void;

function readActor(by: unknown): ScriptLine['actor'] | undefined {
  if (typeof by !== 'string') return undefined;
  const slash = by.indexOf('/');
  const partner = slash < 0 ? by : by.slice(0, slash);
  const person = slash < 0 ? undefined : by.slice(slash + 1).trim();
  if (!newPartner.fits(partner) || person === '' || (person?.length ?? 0) > 100) return undefined;
  return { partner, ...(person !== undefined && { person }) };
}

/** Reads what every line has: `at`, `recorded`, `by` and `do`; the rest are the fields of the command. */
export function readScriptLine(
  { line, entries }: Item,
  fault: Fault,
  isCommand: (name: string) => boolean,
): UnkeyedLine | undefined {
  if (!entries) {
    fault(line, 'fields-invalid', 'a line of the timeline is a map of at, by, do and the fields of the command');
    return undefined;
  }
  const given = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  const { at: happened, recorded: typedIn, by, do: name, ...fields } = given;
  const faults: string[] = [];
  const at = readLocalTime(happened);
  if (at === undefined) faults.push(`at: ${happened === undefined ? 'is missing, it ' : ''}must be ${LOCAL_TIME}`);
  const recorded = typedIn === undefined ? at : readLocalTime(typedIn);
  if (typedIn !== undefined && recorded === undefined) faults.push(`recorded: must be ${LOCAL_TIME}`);
  const actor = readActor(by);
  if (!actor) faults.push(`by: must be a partner or partner/person, the partner ${newPartner.right}`);
  if (typeof name !== 'string') faults.push('do: must be the name of a command');
  else if (!isCommand(name)) fault(line, 'command-unknown', `do: there is no such command in scripts as ${name}`);
  if (faults.length > 0) fault(line, 'fields-invalid', faults.join('; '));
  if (at === undefined || recorded === undefined || !actor) return undefined;
  if (typeof name !== 'string' || !isCommand(name)) return undefined;
  return { line, do: name, at, recorded, actor, fields, text: canonicalJson({ ...given, recorded }) };
}
