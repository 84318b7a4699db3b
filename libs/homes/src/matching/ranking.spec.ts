import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { features } from '#homes/home-specification';
import type { Seeker } from '#homes/matching/housing-profile';
import { rank } from '#homes/matching/ranking';
import { SAMPLE_ALLOCATION } from '#homes/matching/suitable-allocation';

const home = { features, freeFrom: localDate('2026-12-01') };

const seeker = (casus: string, more: Partial<Seeker> = {}): Seeker => ({
  candidate: { casus, step: 'S1' },
  profile: {
    rooms: 2,
    stepFree: false,
    lift: false,
    neighbourhoods: [],
    incomeClass: 'low',
    from: localDate('2026-12-01'),
  },
  priority: false,
  waitingSince: instant('2026-11-01T09:00Z'),
  ...more,
});

const patient = seeker('patient', { waitingSince: instant('2026-06-01T09:00Z') });
const urgent = seeker('urgent', { priority: true });
const plain = seeker('plain');
const twin = seeker('twin');
const large = seeker('large', { priority: true, profile: { ...plain.profile, rooms: 4 } });

const placed = (seekers: readonly Seeker[]) =>
  rank(home, seekers, SAMPLE_ALLOCATION).map(({ seeker: { candidate }, place, before }) => [
    candidate.casus,
    place,
    before,
  ]);

describe('the order of allocation', () => {
  const order = [
    ['urgent', 1, 'priority'],
    ['patient', 2, 'waiting-since'],
    ['plain', 3, 'casus'],
    ['twin', 4, null],
    ['large', null, null],
  ];

  it('is urgency, then waiting, and says by which of them each stands before the next', () => {
    expect(placed([plain, large, twin, patient, urgent])).toEqual(order);
  });

  it('does not depend on the order in which they came in', () => {
    expect(placed([urgent, twin, patient, plain, large])).toEqual(order);
    expect(placed([twin, plain, large, urgent, patient])).toEqual(order);
  });

  it('keeps whom it does not fit in sight, with what stands in the way', () => {
    const last = rank(home, [large, plain], SAMPLE_ALLOCATION).at(-1);
    expect(last?.reasons.filter(({ fits }) => !fits)).toEqual([{ rule: 'rooms', fits: false, sought: 4, home: 2 }]);
  });

  it('is empty where nobody seeks', () => {
    expect(placed([])).toEqual([]);
  });
});
