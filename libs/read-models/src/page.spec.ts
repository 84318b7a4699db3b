import { CursorInvalid, keysOf, pageOf } from '#read-models/page';

const numbers = { keys: (n: number) => [String(n)], row: (n: number) => n * 10 };

describe('a page', () => {
  it('ends with a cursor when there is more, and tells the keys of its last row', () => {
    const { rows, next } = pageOf([1, 2, 3], 2, 'n', numbers);
    expect(rows).toEqual([10, 20]);
    expect(keysOf(next ?? '', 'n', 1)).toEqual(['2']);
  });

  it.each([
    ['just full', [1, 2], 2],
    ['not full', [1], 2],
    ['empty', [], 2],
    ['without limit', [1, 2, 3], undefined],
  ])('is the last when it is %s', (_, read, limit) => {
    expect(pageOf(read, limit, 'n', numbers)).toEqual({ rows: read.map((n) => n * 10), next: null });
  });

  it.each(['', '{}', 'ü', '[1,2]', '["other","1"]', '["n"]', '["n","1","2"]', '["n","a\\u0000b"]', '["n","\\ud800"]'])(
    'knows no cursor that says %j',
    (said) => {
      expect(() => keysOf(Buffer.from(said).toString('base64url'), 'n', 1)).toThrow(CursorInvalid);
    },
  );
});
