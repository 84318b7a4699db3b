import fc from 'fast-check';
import { asJson, canonicalJson, sameJson } from '#event-sourcing/canonical-json';

describe('whether two values have the same JSON', () => {
  it.each([
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: null }, { a: null }, true],
    [{ a: null }, {}, false],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [{ a: { b: 'x' } }, { a: { b: 'y' } }, false],
    [{}, [], false],
    ['1', 1, false],
  ])('%j and %j: %j', (a, b, same) => {
    expect(sameJson(a, b)).toBe(same);
    expect(sameJson(b, a)).toBe(same);
  });

  it('is what writing them says', () => {
    const few = fc.object({
      maxDepth: 2,
      maxKeys: 2,
      key: fc.constantFrom('a', 'b'),
      values: [fc.constantFrom(0, null, 'x')],
    });
    fc.assert(
      fc.property(few, few, (a, b) => {
        expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      }),
    );
  });
});

describe('a value as its JSON has it', () => {
  it('is what comes back of writing and reading it', () => {
    const values = [fc.constantFrom(0, null, undefined, true, 'x')];
    fc.assert(
      fc.property(fc.object({ maxDepth: 3, key: fc.constantFrom('a', 'b', 'c'), values }), (value) => {
        expect(asJson(value)).toStrictEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has nothing of a class', () => {
    class Body {
      constructor(readonly lines: readonly object[]) {}
    }
    expect(asJson(new Body([new Body([])]))).toStrictEqual({ lines: [{ lines: [] }] });
  });
});
