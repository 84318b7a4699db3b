import 'reflect-metadata';
import { fieldsOf } from '#commands/form/field';
import type { BodyClass, Form } from '#commands/form/form';
import { anchor, code, table } from '#tests/docs/markdown';

/** A field as the pages show it. */
export interface BodyField {
  readonly name: string;
  readonly required: boolean;
  readonly form: Form;
  readonly about: string;
}

interface Described {
  readonly description?: string;
  readonly required?: boolean;
}

/** The fields of a body in their order, with what the OpenAPI document says of them. */
export const bodyFields = (body: BodyClass): readonly BodyField[] =>
  [...fieldsOf(body)].map(([name, form]) => {
    // Where @nestjs/swagger keeps what Required and Optional told it.
    const kept: unknown = Reflect.getMetadata('swagger/apiModelProperties', body.prototype as object, name);
    const { description = '', required = false } = (kept ?? {}) as Described;
    return { name, required, form, about: description };
  });

/** `OverrideBody` is spoken of as Override. */
export const objectName = (body: BodyClass): string => body.name.replace(/Body$/, '');

function shape({ of, right }: Form): string {
  if (!of) return right;
  const link = `[${objectName(of)}](#${anchor(objectName(of))})`;
  return right.includes('an object') ? right.replace('an object', link) : link;
}

/** A table of fields; those that must be there first. */
export function fieldTable(fields: readonly BodyField[]): string {
  const inOrder = [...fields].sort((a, b) => Number(b.required) - Number(a.required));
  return table(
    ['Field', 'Required', 'Holds', 'Meaning'],
    inOrder.map(({ name, required, form, about }) => [code(name), required ? 'yes' : 'no', shape(form), about]),
  );
}

/** The objects that these bodies hold, those within objects too, each once and by name. */
export function objectsIn(bodies: readonly BodyClass[]): readonly BodyClass[] {
  const found = new Set<BodyClass>();
  const look = (body: BodyClass): void => {
    for (const { form } of bodyFields(body)) {
      if (!form.of || found.has(form.of)) continue;
      found.add(form.of);
      look(form.of);
    }
  };
  bodies.forEach(look);
  return [...found].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
