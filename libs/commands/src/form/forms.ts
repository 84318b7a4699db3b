import { instant } from '#event-sourcing/instant';
import { isLocalDate } from '#calendar/local-date';
import { isKeepableText, isPlainObject, type BodyClass, type Form } from '#commands/form/form';

const figures = new Intl.NumberFormat('en');

/** Free text of at most `max` characters, not blank. */
export const text = (max: number): Form => ({
  right: `a text of 1 to ${figures.format(max)} characters, not blank and without control characters`,
  schema: { type: 'string', minLength: 1, maxLength: max },
  fits: (value) => isKeepableText(value) && value.length <= max && value.trim() !== '',
});

const patterned = (right: string, pattern: RegExp, example: string): Form => ({
  right,
  schema: { type: 'string', pattern: pattern.source },
  example,
  fits: (value) => typeof value === 'string' && pattern.test(value),
});

const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The short name of a thing within a casus: a step, an offer, an ask, a resident. */
export const reference: Form = patterned('a reference of 1 to 64 letters, digits, dots, - and _', REFERENCE, 'E4');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUuid = (value: string): boolean => UUID.test(value);

/** The name of a casus. Never in the form of a UUID, for an address may hold either. */
export const casusReference: Form = {
  ...reference,
  right: `${reference.right}, and no UUID`,
  example: 'eva',
  fits: (value) => typeof value === 'string' && REFERENCE.test(value) && !isUuid(value),
};

const SLUG = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** The id of a partner that need not exist yet. */
export const newPartner: Form = patterned(
  'the id of a partner: 1 to 60 lower-case letters and digits, with hyphens between',
  SLUG,
  'corporatie',
);

/** A partner of the directory. */
export const partner: Form = { ...newPartner, partners: (value) => [String(value)] };

/** All partners, only the own one, or one partner of the directory. */
export const audience: Form = {
  ...newPartner,
  right: `all, own, or ${newPartner.right}`,
  example: 'all',
  partners: (value) => (value === 'all' || value === 'own' ? [] : [String(value)]),
};

export const day: Form = {
  right: 'a day that exists, as YYYY-MM-DD',
  schema: { type: 'string', format: 'date' },
  example: '2026-11-24',
  fits: (value) => typeof value === 'string' && isLocalDate(value),
};

/** The same or null, which says that there is none any more. */
export const orNull = (form: Form): Form => ({
  ...form,
  right: `${form.right}, or null`,
  schema: { oneOf: [form.schema, { type: 'null' }] },
  fits: (value) => value === null || form.fits(value),
});

/** A local time; 24:00 is the end of the day. */
export const timeOfDay: Form = patterned(
  'a time as HH:mm, 24:00 at most',
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  '09:00',
);

const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

function isZonedTime(value: unknown): value is string {
  return typeof value === 'string' && ZONED.test(value) && isLocalDate(value.slice(0, 10)) && !isNaN(Date.parse(value));
}

/** A moment with its time zone; kept in UTC. */
export const moment: Form = {
  right: 'a date and time with a time zone, such as 2026-11-20T12:00:00+01:00',
  schema: { type: 'string', format: 'date-time' },
  example: '2026-11-20T12:00:00+01:00',
  fits: isZonedTime,
  read: (value) => instant(String(value)),
};

export const oneOf = (values: readonly string[]): Form => ({
  right: `one of: ${values.join(', ')}`,
  schema: { type: 'string', enum: [...values] },
  example: values[0],
  fits: (value) => typeof value === 'string' && values.includes(value),
});

export const wholeNumber = (min: number, max: number): Form => ({
  right: `a whole number from ${min} to ${max}`,
  schema: { type: 'integer', minimum: min, maximum: max },
  example: min,
  fits: (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max,
});

export const yesOrNo: Form = {
  right: 'true or false',
  schema: { type: 'boolean' },
  example: true,
  fits: (value) => typeof value === 'boolean',
};

/** An object of its own class, whose fields are checked by that class. */
export const objectOf = (of: BodyClass): Form => ({
  right: 'an object',
  schema: {},
  fits: isPlainObject,
  of,
});

/** A list of `min` to `max` items of one form; twice the same text is refused. */
export const listOf = (item: Form, max: number, min = 1): Form => ({
  right: `a list of ${min} to ${max}, each ${item.right}, none twice`,
  schema: { type: 'array', minItems: min, maxItems: max, ...(!item.of && { items: item.schema, uniqueItems: true }) },
  ...(item.example !== undefined && { example: [item.example] }),
  fits: (value) =>
    Array.isArray(value) &&
    value.length >= min &&
    value.length <= max &&
    value.every(item.fits) &&
    new Set(value).size === value.length,
  ...(item.of && { of: item.of }),
  ...(item.partners && {
    partners: (value) => (Array.isArray(value) ? value.flatMap((one) => item.partners?.(one) ?? []) : []),
  }),
});
