import { naturalOrder } from '#read-models/natural-order';

it('puts references in the order in which people count', () => {
  const shuffled = ['E10', 'K1', 'E2', 'E1b', 'E1', 'a', 'E2a10', 'E2a9'];
  const sorted = shuffled.sort((a, b) => (naturalOrder(a) < naturalOrder(b) ? -1 : 1));
  expect(sorted).toEqual(['E1', 'E1b', 'E2', 'E2a9', 'E2a10', 'E10', 'K1', 'a']);
});
