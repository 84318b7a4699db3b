import type { Form } from '#commands/form/form';
import { Optional, Required } from '#commands/form/field';
import { newPartner } from '#commands/form/forms';
import { parseCursor } from '#messaging/log-feed/cursor';

/** In an address a figure is a text. */
const figure = (min: number, max: number, example: number): Form => ({
  right: `a whole number from ${min} to ${max}`,
  schema: { type: 'integer', minimum: min, maximum: max },
  example,
  fits: (value) => /^\d{1,4}$/.test(String(value)) && Number(value) >= min && Number(value) <= max,
  read: Number,
});

/** A place in a feed. */
export const place: Form = {
  right: 'a place in the feed: the `sequence` of an event, or what Aanzet-Next told',
  schema: { type: 'string' },
  example: '00000000000000000042-000',
  fits: (value) => typeof value === 'string' && parseCursor(value) !== undefined,
};

const MOST_EVENTS = 500;
/** For how many seconds a question to a feed may wait; whatever stands before a feed waits for longer. */
export const LONGEST_WAIT_S = 60;

export class FeedParameters {
  @Required(newPartner, 'Whose feed', 'corporatie')
  partner!: string;

  @Optional(place, 'What lies behind this place; from the beginning when left out')
  after?: string;

  @Optional(figure(1, MOST_EVENTS, 100), 'How many events at most; 100 when left out')
  limit?: number;

  @Optional(figure(0, LONGEST_WAIT_S, 30), 'For how many seconds to wait when there is none; not at all when left out')
  wait?: number;
}
