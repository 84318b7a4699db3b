import { loadRents, parseRents } from '#apps/allocation/src/rent-file';

const FILE = `
year: 2027
source: Regeling van de corporatie, artikel 3
highestRentCents: { low: 70001, middle: 95001, high: null }
longestVacancyDays: 45
`;

describe('the file of rents', () => {
  it('sets year, source and amounts, which are no sample then', () => {
    expect(parseRents('rents.yaml', FILE)).toEqual({
      year: 2027,
      source: 'Regeling van de corporatie, artikel 3',
      sample: false,
      highestRentCents: { low: 70_001, middle: 95_001, high: null },
      longestVacancyDays: 45,
    });
  });

  it('is marked as sample amounts where there is none', () => {
    expect(loadRents(undefined)).toMatchObject({ sample: true, source: expect.stringContaining('sample') as string });
  });

  it.each([
    ['no source', FILE.replace(/source.*/, ''), 'source'],
    ['an amount in euros', FILE.replace('70001', '700.01'), 'highestRentCents.low'],
    ['a year that is none', FILE.replace('2027', 'soon'), 'year'],
    ['a key that it does not know', `${FILE}\nhouse: 1`, 'house'],
    ['no YAML', 'a: [', 'rents.yaml:1'],
  ])('is refused with %s, by the name of the key', (_, text, named) => {
    expect(() => parseRents('rents.yaml', text)).toThrow(named);
  });

  it('is named when it cannot be read', () => {
    expect(() => loadRents('/nowhere/rents.yaml')).toThrow('/nowhere/rents.yaml cannot be read (ENOENT)');
  });
});
