import { localDate, localTimeToInstant } from '#calendar/local-date';
import { isWorkingDay, lastOfWorkingDays, nationalCalendar, withClosedDays } from '#calendar/working-days';

const after = (local: string, n: number, calendar = nationalCalendar) =>
  lastOfWorkingDays(localTimeToInstant(local), n, calendar);

describe('N working days after an instant', () => {
  it.each([
    ['2026-11-13T09:00', 10, '2026-11-27', 'ten working days from a Friday'],
    ['2026-11-12T23:59', 3, '2026-11-17', 'the weekend does not count'],
    ['2026-11-13T00:00', 3, '2026-11-18', 'midnight belongs to the day that begins'],
    ['2026-11-14T12:00', 1, '2026-11-16', 'from a Saturday, day 1 is Monday'],
    ['2026-12-23T10:00', 3, '2026-12-29', 'both Christmas days are skipped'],
    ['2026-12-31T10:00', 1, '2027-01-04', 'across the year, New Year on a Friday'],
    ['2027-03-25T10:00', 1, '2027-03-30', 'Good Friday to Easter Monday'],
    ['2028-02-28T10:00', 1, '2028-02-29', 'a leap day is a day'],
    ['2026-10-23T10:00', 1, '2026-10-26', 'over the night in which the clock goes back'],
    ['2026-03-27T10:00', 1, '2026-03-30', 'over the night in which the clock goes forward'],
  ])('%s + %i is %s: %s', (local, n, day) => {
    expect(after(local, n)).toBe(day);
  });

  it('takes the closed days of a partner', () => {
    const closed = withClosedDays(nationalCalendar, [localDate('2026-11-16'), localDate('2026-11-18')], 'welzijn.1');
    expect(after('2026-11-13T09:00', 3, closed)).toBe('2026-11-20');
    expect(closed.version).toBe('nl-2010-10-10+welzijn.1');
    expect(nationalCalendar.closedDays.size).toBe(0);
  });

  it.each([0, -1, 1.5, 10_001, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d days', (n) => {
    expect(() => after('2026-11-13T09:00', n)).toThrow(RangeError);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-13', true],
    ['2026-11-14', false],
    ['2026-11-15', false],
    ['2026-04-27', false],
    ['2026-05-05', false],
    ['2026-05-15', true],
  ])('%s: %s', (date, expected) => {
    expect(isWorkingDay(localDate(date), nationalCalendar)).toBe(expected);
  });
});
