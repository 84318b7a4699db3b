import type { Phrases } from '#read-models/why/phrases';
import type { Spans } from '#read-models/why/spans';
import type { Link } from '#casus/why';

/** What a telling speaks with: sentences, days and stretches of time, and what parties are called. */
export interface Voice {
  readonly phrases: Phrases;
  readonly spans: Spans;
  readonly named: (party: string) => string;
}

/** The last day of the norm of a link, where it was passed. */
export const dueOf = ({ dueOn, overrun }: Link, { spans }: Voice): string | null =>
  dueOn !== null && overrun > 0 ? spans.day(dueOn) : null;

/** `“Beslissen op briefadres” (E4)`. */
export const titled = (title: string, step: string): string => `“${title}” (${step})`;
