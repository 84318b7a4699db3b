import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { asJson } from '#event-sourcing/canonical-json';
import type { CommandName } from '#casus/commands';
import { fieldsOf } from '#commands/form/field';
import { isPlainObject, type BodyClass } from '#commands/form/form';
import { reference } from '#commands/form/forms';
import { whatIsWrong } from '#commands/form/what-is-wrong';
import { casusLineOf } from '#commands/table/casus-table';
import { fieldsInPath, type CommandLine, type FieldsFromOutside } from '#commands/table/command-line';

/** What does not fit: where (`residents[0].birthYear`), what was wrong (never the value itself), what is right. */
export interface FieldError {
  readonly field: string;
  readonly wrong: string;
  readonly right: string;
}

/** The fields of a command, in the form in which it holds them, or everything that does not fit. */
export type Parsed<Fields> =
  { readonly fits: true; readonly fields: Fields } | { readonly fits: false; readonly errors: readonly FieldError[] };

/** Keys that mean something to JavaScript itself; no field is called so. */
const NEVER_FIELDS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Deeper than this lies nothing that any command holds. */
const DEEPEST = 20;

function neverFields(value: unknown, path: string, depth = 0): FieldError[] {
  if (depth > DEEPEST) {
    return [{ field: path, wrong: 'lies too deep', right: `at most ${DEEPEST} objects or lists within each other` }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => neverFields(item, `${path}[${index}]`, depth + 1));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = path ? `${path}.${key}` : key;
    return NEVER_FIELDS.has(key) ? [{ field: at, ...notAField([]) }] : neverFields(item, at, depth + 1);
  });
}

const notAField = (fields: readonly string[]) => ({
  wrong: 'is not a field here',
  right: fields.length > 0 ? `one of: ${fields.join(', ')}` : 'no such field',
});

function flattened(errors: readonly ValidationError[], body: BodyClass, path = ''): FieldError[] {
  const fields = fieldsOf(body);
  return errors.flatMap(({ property, value, constraints, children }): FieldError[] => {
    const isIndex = /^\d+$/.test(property);
    const field = isIndex ? `${path}[${property}]` : path ? `${path}.${property}` : property;
    const form = fields.get(property);
    if (constraints?.['whitelistValidation']) return [{ field, ...notAField([...fields.keys()]) }];
    if (constraints?.['form'])
      return [{ field, wrong: whatIsWrong(value, form), right: form?.right ?? 'something else' }];
    return flattened(children ?? [], isIndex ? body : (form?.of ?? body), field);
  });
}

/** Checks a body against its class. Unknown fields are refused; `fields` is a plain object. */
export function parseBody<Body extends object>(body: BodyClass<Body>, given: unknown): Parsed<Body> {
  const value = given ?? {};
  if (!isPlainObject(value)) {
    return { fits: false, errors: [{ field: '', wrong: whatIsWrong(given), right: 'an object' }] };
  }
  const never = neverFields(value, '');
  if (never.length > 0) return { fits: false, errors: never };
  const instance = plainToInstance(body, value);
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) return { fits: false, errors: flattened(errors, body) };
  // Of the class it has nothing but its name.
  return { fits: true, fields: asJson(instance) as Body };
}

/** The fields of a command as its address and its body hold them. `casus` and `partner` in the address are no fields. */
export interface Addressed {
  readonly address: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Parts fields that came in one object (a line of a script) over address and body. */
export function addressed(line: CommandLine, fields: unknown): Addressed {
  if (!isPlainObject(fields)) return { address: {}, body: fields };
  const inPath = fieldsInPath(line);
  const entries = Object.entries(fields);
  return {
    address: Object.fromEntries(
      entries.flatMap(([key, value]) => (inPath.includes(key) && typeof value === 'string' ? [[key, value]] : [])),
    ),
    body: Object.fromEntries(entries.filter(([key, value]) => !inPath.includes(key) || typeof value !== 'string')),
  };
}

/** Checks address and body of a command. A name in the address that is missing or no reference is an error of its field. */
export function parseAddressed(line: CommandLine, { address, body }: Addressed): Parsed<Record<string, unknown>> {
  const misnamed = fieldsInPath(line)
    .filter((name) => !reference.fits(address[name]))
    .map((name) => ({ field: name, wrong: whatIsWrong(address[name], reference), right: reference.right }));
  const parsed = parseBody(line.body, body);
  if (!parsed.fits) return { fits: false, errors: [...misnamed, ...parsed.errors] };
  if (misnamed.length > 0) return { fits: false, errors: misnamed };
  return { fits: true, fields: { ...address, ...parsed.fields } };
}

/** Checks the fields of a command (and `at`) that came in one object. */
export function parseCommand<N extends CommandName>(
  name: N,
  fields: unknown,
): Parsed<FieldsFromOutside<N> & { readonly at?: string }> {
  const line = casusLineOf(name);
  if (!line) throw new TypeError(`no line in the table of commands for ${name}`);
  // Its body class was compiled to fit the fields of this very command (table/command-line.ts).
  return parseAddressed(line, addressed(line, fields)) as Parsed<FieldsFromOutside<N> & { readonly at?: string }>;
}
