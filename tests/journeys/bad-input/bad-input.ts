import type { RequestOptions } from '#tests/journeys/town';

/** What is given, to which address, how, and what comes back. */
export type BadInput = readonly [
  given: string,
  path: string,
  body: unknown,
  options: RequestOptions,
  status: number,
  told: object,
];

export const S = '/v1/casus/eva/steps';
export const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };
export const long = (length: number): string => 'x'.repeat(length);

/** Any text. */
export const SAID: unknown = expect.any(String);

/** A text that says this among other things. */
export const saying = (part: string): unknown => expect.stringContaining(part);

/** A list that holds these among others. */
export const holding = (items: readonly string[]): unknown => expect.arrayContaining([...items]);
