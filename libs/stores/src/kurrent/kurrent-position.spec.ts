import { BEGINNING, parsePosition, positionOf } from '#event-sourcing/position';
import { positionAt, readFrom } from '#stores/kurrent/kurrent-position';

const at = (commit: bigint, prepare: bigint) => positionAt({ commit, prepare });

describe('positions in KurrentDB', () => {
  it('are texts of one width, in the order of the log, after the beginning', () => {
    const inOrder = [at(0n, 0n), at(0n, 1n), at(9n, 9n), at(10n, 2n), at(10n, 10n), at(2n ** 63n - 1n, 0n)];
    expect([...inOrder].sort()).toEqual(inOrder);
    expect(new Set(inOrder.map(({ length }) => length))).toEqual(new Set([40]));
    expect(BEGINNING < at(0n, 0n)).toBe(true);
  });

  it('lead back to where they were taken, and survive as text', () => {
    const position = at(1234n, 1200n);
    expect(readFrom(position)).toEqual({ commit: 1234n, prepare: 1200n });
    expect(parsePosition(position)).toBe(position);
    expect(readFrom(BEGINNING)).toBe('start');
  });

  it('are not those of another store', () => {
    expect(() => readFrom(positionOf(7))).toThrow(RangeError);
  });
});
