import { easterSunday, recognisedHolidays } from '#calendar/holidays';

describe('the recognised holidays', () => {
  // Written down from printed calendars, not computed.
  it.each([
    [2024, '03-29', '04-01', '04-27', '05-09', '05-20'],
    [2025, '04-18', '04-21', '04-26', '05-29', '06-09'],
    [2026, '04-03', '04-06', '04-27', '05-14', '05-25'],
    [2027, '03-26', '03-29', '04-27', '05-06', '05-17'],
    [2028, '04-14', '04-17', '04-27', '05-25', '06-05'],
    [2029, '03-30', '04-02', '04-27', '05-10', '05-21'],
    [2030, '04-19', '04-22', '04-27', '05-30', '06-10'],
    [2031, '04-11', '04-14', '04-26', '05-22', '06-02'],
    [2032, '03-26', '03-29', '04-27', '05-06', '05-17'],
    [2033, '04-15', '04-18', '04-27', '05-26', '06-06'],
    [2034, '04-07', '04-10', '04-27', '05-18', '05-29'],
    [2035, '03-23', '03-26', '04-27', '05-03', '05-14'],
  ])('of %i', (year, goodFriday, easterMonday, kingsDay, ascension, whitMonday) => {
    const fixed = ['01-01', '05-05', '12-25', '12-26'];
    const days = [...fixed, goodFriday, easterMonday, kingsDay, ascension, whitMonday].sort();
    expect(recognisedHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it('counts a day once that is 5 May and Ascension Day', () => {
    expect(recognisedHolidays(2016).filter((day) => day === '2016-05-05')).toHaveLength(1);
    expect(recognisedHolidays(2016)).toHaveLength(8);
  });

  it('has King’s Day on 26 April 2014, and none before 2014', () => {
    expect(recognisedHolidays(2014)).toContain('2014-04-26');
    expect(recognisedHolidays(2013).filter((day) => day.startsWith('2013-04-2'))).toEqual([]);
  });
});

/** The calculation of Meeus, Jones and Butcher: another road to the same day. */
function easterByButcher(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-0${Math.floor(n / 31)}-${((n % 31) + 1).toString().padStart(2, '0')}`;
}

describe('Easter', () => {
  it('is the same by two calculations in every year from 1900 to 2499', () => {
    for (let year = 1900; year < 2500; year++) expect(easterSunday(year)).toBe(easterByButcher(year));
  });

  it.each([
    [2008, '2008-03-23', 'nearly the earliest'],
    [2038, '2038-04-25', 'the latest'],
    [2049, '2049-04-18', 'one of the exceptions of the plain rule'],
    [2076, '2076-04-19', 'another'],
  ])('%i: %s, %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });
});
