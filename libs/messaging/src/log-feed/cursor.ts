import { BEGINNING, parsePosition, type Position } from '#event-sourcing/position';

/**
 * A place in a feed. As text it is the `sequence` of an event (`<position>-<nnn>`: after that event), or a position alone
 * (after everything that follows from it). Text of the same log never changes its meaning.
 */
export interface Cursor {
  readonly position: Position;
  readonly sequence?: string;
}

export const START: Cursor = { position: BEGINNING };

/** Reads a place in a feed; undefined when the text is none. */
export function parseCursor(text: string): Cursor | undefined {
  const [digits = '', index, ...more] = text.split('-');
  const position = parsePosition(digits);
  if (!position || more.length > 0) return undefined;
  if (index === undefined) return { position };
  return /^\d{3}$/.test(index) ? { position, sequence: text } : undefined;
}

export const cursorText = ({ position, sequence }: Cursor): string => sequence ?? position;

/** A place as a text that sorts: behind all that follows from a position comes after each of those. */
const sortable = ({ position, sequence }: Cursor): string => sequence ?? `${position}-~`;

/** The one of two places that lies behind the other. */
export const furtherOf = (a: Cursor, b: Cursor): Cursor => (sortable(a) > sortable(b) ? a : b);

/** Whether an event with this sequence lies behind a place. */
export const isBehind = (sequence: string, place: Cursor): boolean => sequence > sortable(place);

/** From where the log is read: before the event of the log that the place is in the middle of. */
export function readFrom({ position, sequence }: Cursor): Position {
  if (sequence === undefined || position === BEGINNING) return position;
  const before = (BigInt(position) - 1n).toString().padStart(position.length, '0');
  return parsePosition(before) ?? BEGINNING;
}
