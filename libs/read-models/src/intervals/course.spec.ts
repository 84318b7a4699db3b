import { instant } from '#event-sourcing/instant';
import { difference, type Interval } from '#read-models/intervals/course';

const day = (n: number) => instant(`2026-11-0${n}T00:00Z`);
const interval = (key: string, from: number, to: number | null, value: unknown = 'v'): Interval<unknown> => ({
  key,
  from: day(from),
  to: to === null ? null : day(to),
  value,
});

describe('the difference between what was believed and what is', () => {
  it('is nothing when all stays, however it is written', () => {
    const before = [interval('E1', 1, 2, { a: 1, b: 2 }), interval('E2', 1, null)];
    expect(difference(before, [interval('E2', 1, null), interval('E1', 1, 2, { b: 2, a: 1 })])).toEqual({
      gone: [],
      come: [],
    });
  });

  it('is an interval that ends earlier, holds something else, or is no more', () => {
    const before = [interval('E1', 1, null), interval('E2', 1, 3, 'open'), interval('E3', 2, 4), interval('E4', 1, 2)];
    const after = [
      interval('E1', 1, 2),
      interval('E1', 2, null, 'done'),
      interval('E2', 1, 3, 'done'),
      interval('E4', 1, 2),
    ];
    expect(difference(before, after)).toEqual({ gone: before.slice(0, 3), come: after.slice(0, 3) });
  });
});
