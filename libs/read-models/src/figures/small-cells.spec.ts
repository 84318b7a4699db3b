import { pooled } from '#read-models/figures/small-cells';

/** Groups by name with so many casus each; as `name:casus`, those taken together as `few:casus`. */
function cells(groups: Readonly<Record<string, number>>): string[] {
  const things = Object.entries(groups).map(
    ([name, casus]) =>
      [
        name === '' ? null : name,
        // Two things of each casus: casus are counted, not things.
        Array.from({ length: casus * 2 }, (_, n) => ({ casus: `${name}${n % casus}` })),
      ] as const,
  );
  return pooled(new Map(things)).map(
    ({ key, few, things: own }) => `${few ? 'few' : String(key)}:${new Set(own.map(({ casus }) => casus)).size}`,
  );
}

describe('small cells', () => {
  it('leave alone what has enough casus', () => {
    expect(cells({ Noord: 3, Zuid: 5 })).toEqual(['Noord:3', 'Zuid:5']);
    expect(cells({})).toEqual([]);
  });

  it('are taken together', () => {
    expect(cells({ Noord: 1, Oost: 2, Zuid: 5 })).toEqual(['Zuid:5', 'few:3']);
  });

  it('take the next smallest with them when they are still too few, so that nothing follows by subtraction', () => {
    expect(cells({ Noord: 1, Oost: 4, Zuid: 5 })).toEqual(['Zuid:5', 'few:5']);
    expect(cells({ Noord: 2, Zuid: 5 })).toEqual(['few:7']);
    expect(cells({ Noord: 1 })).toEqual(['few:1']);
  });

  it('count what was not recorded as a name like the others', () => {
    expect(cells({ '': 2, Noord: 1, Zuid: 3 })).toEqual(['Zuid:3', 'few:3']);
    expect(cells({ '': 3, Zuid: 3 })).toEqual(['null:3', 'Zuid:3']);
  });
});
