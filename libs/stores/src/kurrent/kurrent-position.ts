import { BEGINNING, positionOf, type Position } from '#event-sourcing/position';
import { START, type Position as KurrentPosition, type ReadPosition } from '@kurrent/kurrentdb-client';

const HALF = BEGINNING.length;

/** A place in KurrentDB's log as a position of forty digits: commit, then prepare. Text order is its order. */
export const positionAt = ({ commit, prepare }: KurrentPosition): Position =>
  `${positionOf(commit)}${positionOf(prepare)}` as Position;

/** From where KurrentDB reads, `after` itself included. Throws a RangeError on a position of another store. */
export function readFrom(after: Position): ReadPosition {
  if (after === BEGINNING) return START;
  if (after.length !== 2 * HALF) throw new RangeError('the position is of another log than this KurrentDB');
  return { commit: BigInt(after.slice(0, HALF)), prepare: BigInt(after.slice(HALF)) };
}
