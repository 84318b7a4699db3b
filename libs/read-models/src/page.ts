/** A part of a list. `next` asks for the part that follows it; null: this was the last. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Which part of a list. Without a limit: all of it. */
export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A cursor that this list did not give, or gave under another sorting. */
export class CursorInvalid extends Error {
  constructor() {
    super('the cursor is not one that this list gave under this sorting');
    this.name = 'CursorInvalid';
  }
}

/** Where a page ended: the values by which the list is ordered, of its last row. */
export type Keys = readonly string[];

/** Whether PostgreSQL can take a text at all. */
const isTakeable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const encode = (order: string, keys: Keys): string =>
  Buffer.from(JSON.stringify([order, ...keys])).toString('base64url');

/** The keys in a cursor for a list in this order, as many as `count`. Throws CursorInvalid. */
export function keysOf(cursor: string, order: string, count: number): Keys {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorInvalid();
  }
  if (!Array.isArray(read) || !read.every((item) => typeof item === 'string')) throw new CursorInvalid();
  const [told, ...keys] = read;
  if (told !== order || keys.length !== count || !keys.every(isTakeable)) throw new CursorInvalid();
  return keys;
}

/** Makes a page of rows read with one beyond the limit, so that a last page is known to be the last. */
export function pageOf<Read, Row>(
  read: readonly Read[],
  limit: number | undefined,
  order: string,
  { keys, row }: { keys: (read: Read) => Keys; row: (read: Read) => Row },
): Page<Row> {
  const kept = limit === undefined ? read : read.slice(0, limit);
  const last = kept.at(-1);
  const more = limit !== undefined && read.length > limit && last !== undefined;
  return { rows: kept.map(row), next: more ? encode(order, keys(last)) : null };
}
