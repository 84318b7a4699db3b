import { hasGap } from '#messaging/kafka/whereabouts';

describe('a receiver group in a partition', () => {
  it.each([
    ['has all that is kept before it', 5n, 2n, 9n, false],
    ['is at the oldest message', 2n, 2n, 9n, false],
    ['has taken everything, of which nothing is kept', 9n, 9n, 9n, false],
    ['has messages before it that are gone', 1n, 2n, 9n, true],
    ['is behind the end, of another topic of that name', 10n, 0n, 9n, true],
    ['was set back by the client', -2n, 0n, 9n, true],
    ['is new, and everything is kept', -1n, 0n, 9n, false],
    ['is new, and the oldest are gone', -1n, 1n, 9n, true],
  ])('%s', (_, committed, low, high, gap) => {
    expect(hasGap({ committed, low, high })).toBe(gap);
  });
});
