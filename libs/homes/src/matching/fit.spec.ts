import { localDate } from '#calendar/local-date';
import { features } from '#homes/home-specification';
import { fitOf, type Reason } from '#homes/matching/fit';
import type { HousingProfile } from '#homes/matching/housing-profile';
import { SAMPLE_ALLOCATION } from '#homes/matching/suitable-allocation';

const home = { features, freeFrom: localDate('2026-12-01') };
const profile: HousingProfile = {
  rooms: 2,
  stepFree: true,
  lift: true,
  neighbourhoods: ['Lindenkwartier', 'Havenbuurt'],
  incomeClass: 'low',
  from: localDate('2026-12-15'),
  support: { arranged: true, from: localDate('2026-12-01') },
};

const failing = (of: typeof home, seeks: HousingProfile): Reason['rule'][] => {
  const { fits, reasons } = fitOf(of, seeks, SAMPLE_ALLOCATION);
  const rules = reasons.filter((reason) => !reason.fits).map(({ rule }) => rule);
  expect(fits).toBe(rules.length === 0);
  expect(reasons).toHaveLength(7);
  return rules;
};

const like = (more: Partial<typeof features>) => ({ ...home, features: { ...features, ...more } });

describe('whether a home fits', () => {
  it('does when every rule holds, and shows both values of each', () => {
    expect(failing(home, profile)).toEqual([]);
    expect(fitOf(home, profile, SAMPLE_ALLOCATION).reasons).toContainEqual({
      rule: 'rent',
      fits: true,
      sought: 70_000,
      home: 65_000,
    });
  });

  it.each([
    ['rooms', like({ rooms: 1 })],
    ['neighbourhood', like({ neighbourhood: 'Westpolder' })],
    ['rent', like({ rentCents: 70_001 })],
    ['from', { ...home, freeFrom: localDate('2026-10-15') }],
    ['support', { ...home, freeFrom: localDate('2026-11-20') }],
  ] as const)('does not when the %s stands in the way', (rule, other) => {
    const seeks = rule === 'support' ? { ...profile, from: localDate('2026-11-25') } : profile;
    expect(failing(other, seeks)).toEqual([rule]);
  });

  it('takes more rooms, no neighbourhood named, a low rent and a day at the edge', () => {
    const edge = { ...like({ rooms: 5, rentCents: 70_000 }), freeFrom: localDate('2026-10-16') };
    expect(failing(edge, { ...profile, neighbourhoods: [] })).toEqual([]);
  });

  it.each([
    [{ stepFree: false, lift: false }, { stepFree: true, lift: true }, ['step-free', 'lift']],
    [{ stepFree: false, lift: true }, { stepFree: true, lift: true }, ['step-free']],
    [{ stepFree: true, lift: false }, { stepFree: false, lift: true }, []],
    [{ stepFree: false, lift: false }, { stepFree: false, lift: false }, []],
  ])('a home with %j for who seeks %j: %j', (has, seeks, rules) => {
    expect(failing(like(has), { ...profile, ...seeks })).toEqual(rules);
  });

  it('knows no highest rent for who has a high income', () => {
    expect(failing(like({ rentCents: 200_000 }), { ...profile, incomeClass: 'high' })).toEqual([]);
    expect(failing(like({ rentCents: 200_000 }), { ...profile, incomeClass: 'middle' })).toEqual(['rent']);
  });

  it('asks for support that is arranged, where any is needed', () => {
    expect(failing(home, { ...profile, support: undefined })).toEqual([]);
    expect(failing(home, { ...profile, support: { arranged: true } })).toEqual([]);
    expect(failing(home, { ...profile, support: { arranged: false } })).toEqual(['support']);
  });

  it('says of its own amounts that they are samples', () => {
    expect(SAMPLE_ALLOCATION.sample).toBe(true);
  });
});
