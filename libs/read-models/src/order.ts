import { instant } from '#event-sourcing/instant';
import { CursorInvalid, keysOf, type Keys } from '#read-models/page';
import { sql, type RawBuilder } from 'kysely';

/** What a list is ordered by: expressions over its row, in order, and whether each holds an instant. */
export interface Order {
  readonly name: string;
  readonly by: readonly { readonly text: string; readonly instant?: true }[];
  /** Latest first: an order is turned round as a whole. */
  readonly backwards?: true;
}

/** The rows after a cursor; all of them without one. Throws CursorInvalid. */
export function after({ name, by, backwards }: Order, cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql`true`;
  const keys: Keys = keysOf(cursor, name, by.length);
  const values = by.map((key, index) => {
    const value = keys[index] ?? '';
    return key.instant ? sql`${moment(value)}::timestamptz` : sql`${value}`;
  });
  const expressions = by.map(({ text }) => sql.raw(text));
  return sql`(${sql.join(expressions)}) ${sql.raw(backwards ? '<' : '>')} (${sql.join(values)})`;
}

/** The words after `order by`. */
export const inOrder = ({ by, backwards }: Order): RawBuilder<unknown> =>
  sql.raw(by.map(({ text }) => `${text}${backwards ? ' desc' : ''}`).join(', '));

function moment(key: string): string {
  if (key === 'infinity') return key;
  try {
    return instant(key);
  } catch {
    throw new CursorInvalid();
  }
}
