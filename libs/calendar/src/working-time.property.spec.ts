import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localDate, plusDays, type LocalDate } from '#calendar/local-date';
import { isWorkingDay, nationalCalendar, withClosedDays, type Calendar } from '#calendar/working-days';
import { minutesBetween, workingMinutes, type Hours, type WorkingTime } from '#calendar/working-time';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TIMES = ['00:00', '08:30', '09:00', '12:15', '17:00', '23:59', '24:00'];

/** What the clock on the wall shows at the start of an hour; the minutes go by, whatever hour it is. */
function wallAt(hour: number): { weekday: number; day: LocalDate; hour: string } {
  const wall = Temporal.Instant.fromEpochMilliseconds(hour * HOUR).toZonedDateTimeISO('Europe/Amsterdam');
  return {
    weekday: wall.dayOfWeek,
    day: localDate(wall.toPlainDate().toString()),
    hour: wall.toString().slice(11, 14),
  };
}

/** Counts every single minute by what the clock on the wall shows. */
function counted(from: Instant, to: Instant, { calendar, hoursOn }: WorkingTime): number {
  let count = 0;
  let wall = wallAt(Math.floor(Date.parse(from) / HOUR));
  const last = Math.floor(Date.parse(to) / MINUTE);
  for (let minute = Math.floor(Date.parse(from) / MINUTE); minute < last; minute++) {
    if (minute % 60 === 0) wall = wallAt(minute / 60);
    const hours = hoursOn(wall.weekday);
    const shown = `${wall.hour}${String(minute % 60).padStart(2, '0')}`;
    if (hours && hours.from <= shown && shown < hours.to && isWorkingDay(wall.day, calendar)) count += 1;
  }
  return count;
}

const hours = fc.option(
  fc.uniqueArray(fc.constantFrom(...TIMES), { minLength: 2, maxLength: 2 }).map((two): Hours => {
    const [from = '09:00', to = '17:00'] = [...two].sort();
    return { from, to };
  }),
  { nil: undefined },
);
const calendars = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }).map((days): Calendar =>
  withClosedDays(
    nationalCalendar,
    days.map((n) => plusDays(localDate('2026-10-12'), n)),
    'example',
  ),
);
const times = fc
  .tuple(calendars, fc.array(hours, { minLength: 7, maxLength: 7 }))
  .map(([calendar, week]): WorkingTime => ({ calendar, hoursOn: (weekday) => week[weekday - 1] }));

/** Just before each night in which the clock changes, each turn of a year, or a holiday. */
const starts = fc
  .tuple(
    fc.constantFrom('2026-03-27', '2026-10-22', '2026-12-23', '2026-12-30', '2027-03-25', '2028-02-28', '2026-10-14'),
    fc.integer({ min: 0, max: 4 * 24 * 60 * MINUTE }),
  )
  .map(([day, ms]) => plusMs(instant(`${day}T00:00Z`), ms));
const lengths = fc.integer({ min: 0, max: 5 * 24 * 60 * MINUTE });

describe('working minutes', () => {
  it('are what counting minute by minute gives', () => {
    fc.assert(
      fc.property(starts, lengths, times, (from, length, time) => {
        const to = plusMs(from, length);
        expect(workingMinutes(from, to, time)).toBe(counted(from, to, time));
      }),
      { numRuns: 40 },
    );
  });

  it('of two stretches that join are those of the whole, and minutes too', () => {
    fc.assert(
      fc.property(starts, lengths, lengths, times, (from, first, second, time) => {
        const between = plusMs(from, first);
        const to = plusMs(between, second);
        expect(workingMinutes(from, between, time) + workingMinutes(between, to, time)).toBe(
          workingMinutes(from, to, time),
        );
        expect(minutesBetween(from, between) + minutesBetween(between, to)).toBe(minutesBetween(from, to));
      }),
      { numRuns: 300 },
    );
  });

  it('over many years are the sum of the years', () => {
    const office: WorkingTime = { calendar: nationalCalendar, hoursOn: () => ({ from: '09:00', to: '17:00' }) };
    const year = (n: number) => instant(`${n}-01-01T12:00Z`);
    const years = Array.from({ length: 30 }, (_, n) => workingMinutes(year(2014 + n), year(2015 + n), office));
    expect(workingMinutes(year(2014), year(2044), office)).toBe(years.reduce((sum, minutes) => sum + minutes));
  });
});
