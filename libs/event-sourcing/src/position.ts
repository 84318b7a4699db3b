declare const brand: unique symbol;

/**
 * A place in the log, of the store's own making. Opaque but for its order: all positions of one store have the same
 * width, so that text order is log order and a position can be kept and compared as text.
 */
export type Position = string & { readonly [brand]: 'Position' };

/** Reads a number as a position of twenty digits, the form of the stores that count. */
export const positionOf = (count: number | bigint): Position => count.toString().padStart(20, '0') as Position;

/** Before the first event. */
export const BEGINNING: Position = positionOf(0);

/** Reads text that claims to be a position; undefined when it is none. */
export const parsePosition = (text: string): Position | undefined =>
  /^(\d{20}){1,2}$/.test(text) ? (text as Position) : undefined;
