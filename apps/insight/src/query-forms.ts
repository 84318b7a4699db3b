import { parsePosition } from '#event-sourcing/position';
import type { Form } from '#commands/form/form';
import { oneOf } from '#commands/form/forms';

/** The largest part of a list that is given at once. */
const MOST = 500;

const DIGITS = /^\d{1,4}$/;

/** How many at most. In an address a figure is a text. */
export const limit: Form = {
  right: `a whole number from 1 to ${MOST}`,
  schema: { type: 'integer', minimum: 1, maximum: MOST },
  example: 50,
  fits: (value) => DIGITS.test(String(value)) && Number(value) >= 1 && Number(value) <= MOST,
  read: Number,
};

/** One or several of these, with commas between. */
export const someOf = (values: readonly string[]): Form => {
  const one = oneOf(values);
  const parts = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : String(value).split(','));
  return {
    right: `${one.right}; or several with commas between`,
    schema: { type: 'string' },
    example: values[0],
    fits: (value) => parts(value).every(one.fits),
    read: parts,
  };
};

/** A position as Consistency-Token tells it. */
export const consistencyToken: Form = {
  right: 'a Consistency-Token as a command answered it',
  schema: { type: 'string' },
  fits: (value) => typeof value === 'string' && parsePosition(value) !== undefined,
};
