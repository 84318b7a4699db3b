import { Temporal } from 'temporal-polyfill';
import { boundedMemo } from '#calendar/bounded-memo';
import { recognisedHolidays } from '#calendar/holidays';
import { dayAfter, localDate, localDateOf, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';

/** Which days count: Monday to Friday, but for the recognised holidays and the closed days. Compared by identity: make each once. */
export interface Calendar {
  /** Names the rules and the closed days; a running clock keeps it. */
  readonly version: string;
  /** Days that do not count on top of weekends and recognised holidays: equated by decision, or closed at a partner. */
  readonly closedDays: ReadonlySet<LocalDate>;
}

/** The calendar of the Algemene termijnenwet, without days equated by a published decision (art. 3 lid 3). */
export const nationalCalendar: Calendar = { version: 'nl-2010-10-10', closedDays: new Set() };

/** A calendar with more closed days, such as those of a partner or days equated by decision; `version` is added to its version. */
export const withClosedDays = (calendar: Calendar, days: Iterable<LocalDate>, version: string): Calendar => ({
  version: `${calendar.version}+${version}`,
  closedDays: new Set([...calendar.closedDays, ...days]),
});

const YEARS_KEPT = 200;
/** Some forty years: a longer norm is a mistake. */
const MOST_DAYS = 10_000;

/** Monday to Friday without recognised holidays, in order: what all calendars have in common. */
const ordinaryDaysOf = boundedMemo(YEARS_KEPT, (year: number): readonly LocalDate[] => {
  const holidays = new Set(recognisedHolidays(year));
  const days: LocalDate[] = [];
  let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (; day.year === year; day = day.add({ days: 1 })) {
    const date = localDate(day.toString());
    if (day.dayOfWeek <= 5 && !holidays.has(date)) days.push(date);
  }
  return days;
});

type DaysOfYear = (year: number) => readonly LocalDate[];

const byCalendar = new WeakMap<Calendar, DaysOfYear>();

function workingDaysOf(calendar: Calendar): DaysOfYear {
  let days = byCalendar.get(calendar);
  if (!days) {
    days = boundedMemo(YEARS_KEPT, (year) => ordinaryDaysOf(year).filter((date) => !calendar.closedDays.has(date)));
    byCalendar.set(calendar, days);
  }
  return days;
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The place of the first of the sorted `days` that is not before `date`; their number when all are. */
function placeOf(days: readonly LocalDate[], date: LocalDate): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = days[middle];
    if (there !== undefined && there < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The working days of a year, in order. */
export const workingDaysOfYear = (calendar: Calendar, year: number): readonly LocalDate[] =>
  workingDaysOf(calendar)(year);

/** Whether a day is a working day in a calendar. */
export function isWorkingDay(date: LocalDate, calendar: Calendar): boolean {
  const days = workingDaysOf(calendar)(yearOf(date));
  return days[placeOf(days, date)] === date;
}

/**
 * Day N of N working days after an instant: day 1 is the first working day after its local day, also when the instant is
 * 00:00 (docs/explanation/domain.md, clocks). What then begins, begins at the start of the day after. `n` is 1 to
 * 10,000. Throws a RangeError when it is not.
 */
export function lastOfWorkingDays(after: Instant, n: number, calendar: Calendar): LocalDate {
  if (!Number.isSafeInteger(n) || n < 1 || n > MOST_DAYS) throw new RangeError(`not a number of working days: ${n}`);
  const daysOf = workingDaysOf(calendar);
  const first = dayAfter(localDateOf(after));
  let year = yearOf(first);
  let place = placeOf(daysOf(year), first) + n - 1;
  for (;;) {
    const days = daysOf(year);
    const found = days[place];
    if (found !== undefined) return found;
    place -= days.length;
    year += 1;
  }
}

/** The n-th working day before a day: day 1 is the last working day before it. `n` is 1 to 10,000. */
export function workingDaysBefore(date: LocalDate, n: number, calendar: Calendar): LocalDate {
  if (!Number.isSafeInteger(n) || n < 1 || n > MOST_DAYS) throw new RangeError(`not a number of working days: ${n}`);
  const daysOf = workingDaysOf(calendar);
  let year = yearOf(date);
  let place = placeOf(daysOf(year), date) - n;
  for (;;) {
    const found = place < 0 ? undefined : daysOf(year)[place];
    if (found !== undefined) return found;
    year -= 1;
    place += daysOf(year).length;
  }
}

/** The number of working days from `first` to `last`, both included; 0 when `last` lies before `first`. */
export function countWorkingDays(first: LocalDate, last: LocalDate, calendar: Calendar): number {
  const daysOf = workingDaysOf(calendar);
  const end = dayAfter(last);
  let count = placeOf(daysOf(yearOf(end)), end) - placeOf(daysOf(yearOf(first)), first);
  for (let year = yearOf(first); year < yearOf(end); year++) count += daysOf(year).length;
  return Math.max(0, count);
}

/** The first working day that is not before `date`. */
export function workingDayFrom(date: LocalDate, calendar: Calendar): LocalDate {
  const daysOf = workingDaysOf(calendar);
  for (let year = yearOf(date); ; year++) {
    const found = daysOf(year)[placeOf(daysOf(year), date)];
    if (found !== undefined) return found;
  }
}
