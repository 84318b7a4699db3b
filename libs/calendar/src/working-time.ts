import { boundedMemo } from '#calendar/bounded-memo';
import { dayAfter, localDateOf, localTimeToInstant, startOfDay, type LocalDate } from '#calendar/local-date';
import { workingDaysOfYear, type Calendar } from '#calendar/working-days';
import { epochMs, type Instant } from '#event-sourcing/instant';

/** The hours of one day, local `HH:mm`; `to` may be 24:00. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** When someone works: on which days, and from when to when on each day of the week (1 is Monday). Compared by identity: make each once. */
export interface WorkingTime {
  readonly calendar: Calendar;
  readonly hoursOn: (weekday: number) => Hours | undefined;
}

const MINUTE_MS = 60_000;

/** An instant cut to the minute, in minutes since 1970. */
export const minuteOf = (at: Instant): number => Math.floor(epochMs(at) / MINUTE_MS);

/** The minutes from one instant to another, both cut to the minute; 0 when `to` lies before `from`. */
export const minutesBetween = (from: Instant, to: Instant): number => Math.max(0, minuteOf(to) - minuteOf(from));

/** A working day with the minutes it opens and closes at, and the working minutes of its year before it. */
interface OpenDay {
  readonly opens: number;
  readonly closes: number;
  readonly before: number;
}

const weekdayOf = (date: LocalDate): number => ((Math.floor(Date.parse(date) / 86_400_000) + 3) % 7) + 1;

const timeOn = (date: LocalDate, time: string): number =>
  minuteOf(time === '24:00' ? startOfDay(dayAfter(date)) : localTimeToInstant(`${date}T${time}`));

interface OpenYear {
  readonly days: readonly OpenDay[];
  readonly minutes: number;
}

function openYear({ calendar, hoursOn }: WorkingTime, year: number): OpenYear {
  const days: OpenDay[] = [];
  let minutes = 0;
  for (const date of workingDaysOfYear(calendar, year)) {
    const hours = hoursOn(weekdayOf(date));
    if (!hours) continue;
    const opens = timeOn(date, hours.from);
    const closes = timeOn(date, hours.to);
    days.push({ opens, closes, before: minutes });
    minutes += closes - opens;
  }
  return { days, minutes };
}

const YEARS_KEPT = 100;
const byWorkingTime = new WeakMap<WorkingTime, (year: number) => OpenYear>();

function yearsOf(time: WorkingTime): (year: number) => OpenYear {
  let years = byWorkingTime.get(time);
  if (!years) {
    years = boundedMemo(YEARS_KEPT, (year: number) => openYear(time, year));
    byWorkingTime.set(time, years);
  }
  return years;
}

/** The working minutes of a year before a minute of it. */
function minutesBefore({ days }: OpenYear, minute: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const day = days[middle];
    if (day && day.opens <= minute) low = middle + 1;
    else high = middle;
  }
  const day = days[low - 1];
  return day ? day.before + Math.min(minute, day.closes) - day.opens : 0;
}

const yearOf = (at: Instant): number => Number(localDateOf(at).slice(0, 4));

/** The working minutes from one instant to another, both cut to the minute. It looks years up and walks no days. */
export function workingMinutes(from: Instant, to: Instant, time: WorkingTime): number {
  if (to <= from) return 0;
  const years = yearsOf(time);
  const last = yearOf(to);
  let minutes = minutesBefore(years(last), minuteOf(to));
  for (let year = yearOf(from); year < last; year++) minutes += years(year).minutes;
  return minutes - minutesBefore(years(yearOf(from)), minuteOf(from));
}
