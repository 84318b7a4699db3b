import { recentlyUsed } from '#read-models/recently-used';

describe('what was used recently', () => {
  it('is kept, and the rest forgotten', () => {
    const kept = recentlyUsed<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  });

  it('takes a new value for a key without forgetting another', () => {
    const kept = recentlyUsed<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.set('a', 3);
    expect([kept.get('a'), kept.get('b')]).toEqual([3, 2]);
  });
});
