import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { features } from '#homes/home-specification';
import { firstInLine } from '#homes/matching/first-in-line';
import type { Seeker } from '#homes/matching/housing-profile';
import { SAMPLE_ALLOCATION } from '#homes/matching/suitable-allocation';

const freeFrom = localDate('2026-12-01');
const home = (id: string, rooms = 2) => ({ id, features: { ...features, rooms }, freeFrom });

const seeker = (casus: string, rooms: number, priority = false): Seeker => ({
  candidate: { casus, step: 'S1' },
  profile: { rooms, stepFree: false, lift: false, neighbourhoods: [], incomeClass: 'low', from: freeFrom },
  priority,
  waitingSince: instant('2026-11-01T09:00Z'),
});

const [anna, ben, carla, urgent] = [seeker('anna', 2), seeker('ben', 2), seeker('carla', 3), seeker('urgent', 2, true)];

const forWhom = (homes: readonly ReturnType<typeof home>[], seekers: readonly Seeker[]) =>
  firstInLine(homes, seekers, SAMPLE_ALLOCATION).map((one) => [one.home, one.seeker.candidate.casus]);

describe('for whom homes are', () => {
  it('is the first in the order of allocation, and nobody else', () => {
    expect(forWhom([home('linde-4')], [ben, anna, urgent])).toEqual([['linde-4', 'urgent']]);
    expect(forWhom([home('linde-4')], [ben, anna])).toEqual([['linde-4', 'anna']]);
  });

  it('is another for each home, as long as one is left whom it fits', () => {
    const homes = ['linde-1', 'linde-2', 'linde-3'].map((id) => home(id));
    expect(forWhom(homes, [anna, ben])).toEqual([
      ['linde-1', 'anna'],
      ['linde-2', 'ben'],
    ]);
    expect(forWhom([home('linde-1'), home('eik-1', 3)], [carla, anna])).toEqual([
      ['linde-1', 'anna'],
      ['eik-1', 'carla'],
    ]);
    expect(forWhom([home('linde-1', 1)], [anna])).toEqual([]);
  });
});
