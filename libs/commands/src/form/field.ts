import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { BodyClass, Form } from '#commands/form/form';
import { onceEach } from '#commands/form/once-each';

const FIELDS = new WeakMap<object, Map<string, Form>>();

/** The fields that a body class declares, those of the class that it extends included. */
export const fieldsOf = onceEach((body: BodyClass): ReadonlyMap<string, Form> => {
  const fields = new Map<string, Form>();
  for (let at: object | null = body.prototype as object; at; at = Object.getPrototypeOf(at) as object | null) {
    for (const [name, form] of FIELDS.get(at) ?? []) fields.set(name, form);
  }
  return fields;
});

const remember =
  (form: Form): PropertyDecorator =>
  (prototype, name) => {
    const fields = FIELDS.get(prototype) ?? new Map<string, Form>();
    FIELDS.set(prototype, fields.set(String(name), form));
  };

function checked(form: Form): PropertyDecorator[] {
  const { of, read } = form;
  return [
    remember(form),
    ValidateBy({ name: 'form', validator: { validate: form.fits, defaultMessage: () => form.right } }),
    ...(of ? [Type(() => of), ValidateNested()] : []),
    ...(read ? [Transform(({ value }: { value: unknown }) => (form.fits(value) ? read(value) : value))] : []),
  ];
}

function described({ schema, of }: Form, description: string, example: unknown, required: boolean): PropertyDecorator {
  const about = { ...schema, description, required, ...(example !== undefined && { example }) };
  return ApiProperty(of ? { ...about, type: () => of, isArray: schema.type === 'array' } : about);
}

/** A field that must be there. Declared once: the check and its place in the OpenAPI document. */
export const Required = (form: Form, description: string, example = form.example): PropertyDecorator =>
  applyDecorators(described(form, description, example, true), ...checked(form));

/** A field that may be left out; null is not leaving out. */
export const Optional = (form: Form, description: string, example = form.example): PropertyDecorator =>
  applyDecorators(
    described(form, description, example, false),
    ValidateIf((_, value) => value !== undefined),
    ...checked(form),
  );
