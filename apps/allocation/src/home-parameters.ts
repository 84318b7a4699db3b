import type { HomeStatus } from '#homes/home';
import { homeId } from '#commands/body/home-bodies';
import { Optional } from '#commands/form/field';
import type { Form } from '#commands/form/form';
import { oneOf, text } from '#commands/form/forms';

const STATUSES = [
  'available',
  'reserved',
  'offered',
  'accepted',
  'let',
  'withdrawn',
] as const satisfies readonly HomeStatus['is'][];
const MOST = 500;

/** How many at most. In an address a figure is a text. */
const limit: Form = {
  right: `a whole number from 1 to ${MOST}`,
  schema: { type: 'integer', minimum: 1, maximum: MOST },
  example: 50,
  fits: (value) => /^\d{1,3}$/.test(String(value)) && Number(value) >= 1 && Number(value) <= MOST,
  read: Number,
};

export class HomesParameters {
  @Optional(oneOf(STATUSES), 'Only homes that are in this state')
  status?: HomeStatus['is'];

  @Optional(text(100), 'Only homes in this neighbourhood', 'Zuid')
  neighbourhood?: string;

  @Optional(limit, 'How many at most; 50 when left out')
  limit?: number;

  @Optional(homeId, 'The part that follows: `next` of the part before', 'linde-4')
  cursor?: string;
}
