import { DECISION_OUTCOMES } from '#casus/vocabulary';
import { isPlainObject, type Form } from '#commands/form/form';
import { oneOf, reference } from '#commands/form/forms';

const outcome = oneOf(DECISION_OUTCOMES);

function isItem(value: unknown): boolean {
  if (!isPlainObject(value)) return reference.fits(value);
  const { step, outcome: required, ...others } = value;
  return reference.fits(step) && (required === undefined || outcome.fits(required)) && Object.keys(others).length === 0;
}

/** The steps that must be done first: a reference, or `{step, outcome}` where a decision must have come to that outcome. */
export const afterList: Form = {
  right: `a list of at most 50, each the reference of a step or {step, outcome} with an outcome that is ${outcome.right}`,
  schema: {
    type: 'array',
    maxItems: 50,
    items: {
      oneOf: [
        { type: 'string', description: 'The reference of a step' },
        {
          type: 'object',
          properties: { step: { type: 'string' }, outcome: { type: 'string', enum: [...DECISION_OUTCOMES] } },
          required: ['step'],
          additionalProperties: false,
        },
      ],
    },
  },
  example: ['E3', { step: 'E4', outcome: 'granted' }],
  fits: (value) => Array.isArray(value) && value.length <= 50 && value.every(isItem),
  read: (value) =>
    Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? { step: item } : item)) : value,
};
