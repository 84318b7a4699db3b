import fc from 'fast-check';
import { recognisedHolidays } from '#calendar/holidays';
import { dayAfter, localDate, localDateOf, plusDays, startOfDay, type LocalDate } from '#calendar/local-date';
import { isWorkingDay, lastOfWorkingDays, nationalCalendar, withClosedDays } from '#calendar/working-days';
import { instant } from '#event-sourcing/instant';

const FIRST = localDate('2014-01-01');
const anyInstant = fc
  .integer({ min: Date.parse('2014-01-01T00:00Z'), max: Date.parse('2100-12-01T00:00Z') })
  .map((ms) => instant(ms));
const anyDay = fc.integer({ min: 0, max: 31_700 }).map((days) => plusDays(FIRST, days));

/** Day by day, by the weekday of the epoch and the list of holidays. */
function walk(from: LocalDate, n: number, closed: readonly LocalDate[]): LocalDate {
  let date = from;
  for (let counted = 0; counted < n;) {
    date = dayAfter(date);
    const weekday = (Date.parse(date) / 86_400_000 + 4) % 7;
    const holiday = recognisedHolidays(Number(date.slice(0, 4))).includes(date);
    if (weekday !== 0 && weekday !== 6 && !holiday && !closed.includes(date)) counted += 1;
  }
  return date;
}

describe('working days, for any calendar and instant', () => {
  it('are those that a walk day by day finds', () => {
    const cases = fc.record({
      at: anyInstant,
      n: fc.integer({ min: 1, max: 25 }),
      closedAfter: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(cases, ({ at, n, closedAfter }) => {
        const from = localDateOf(at);
        const closed = closedAfter.map((days) => plusDays(from, days));
        const calendar = withClosedDays(nationalCalendar, closed, 'test');
        expect(lastOfWorkingDays(at, n, calendar)).toBe(walk(from, n, closed));
      }),
      { numRuns: 300 },
    );
  });

  it('go up by one working day at a time, and are the same for every instant of a day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 600 }), (at, n) => {
        const last = lastOfWorkingDays(at, n, nationalCalendar);
        expect(isWorkingDay(last, nationalCalendar)).toBe(true);
        expect(last > localDateOf(at)).toBe(true);
        expect(lastOfWorkingDays(startOfDay(last), 1, nationalCalendar)).toBe(
          lastOfWorkingDays(at, n + 1, nationalCalendar),
        );
        expect(lastOfWorkingDays(startOfDay(localDateOf(at)), n, nationalCalendar)).toBe(last);
      }),
    );
  });

  it('are never more for a partner that closes more', () => {
    fc.assert(
      fc.property(anyDay, fc.array(anyDay, { maxLength: 5 }), (date, closed) => {
        const calendar = withClosedDays(nationalCalendar, closed, 'test');
        if (isWorkingDay(date, calendar)) expect(isWorkingDay(date, nationalCalendar)).toBe(true);
        expect(isWorkingDay(date, calendar)).toBe(isWorkingDay(date, nationalCalendar) && !closed.includes(date));
      }),
    );
  });
});
