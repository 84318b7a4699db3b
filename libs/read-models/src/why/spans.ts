import { startOfDay, type LocalDate } from '#calendar/local-date';
import { epochMs, type Instant } from '#event-sourcing/instant';
import type { Language } from '#read-models/why/language';

const ZONE = 'Europe/Amsterdam';
const DAY_MINUTES = 1440;
/** Eight hours: a day of the usual opening hours. */
const WORKING_DAY_MINUTES = 480;

const figures = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

const units = {
  nl: {
    minute: ['minuut', 'minuten'],
    hour: ['uur', 'uur'],
    day: ['dag', 'dagen'],
    workingDay: ['werkdag', 'werkdagen'],
    over: 'ruim',
    under: 'bijna',
  },
  en: {
    minute: ['minute', 'minutes'],
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    workingDay: ['working day', 'working days'],
    over: 'just over',
    under: 'nearly',
  },
} as const;

const short: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  nl: { 15: 'een kwartier', 30: 'een half uur', 45: 'drie kwartier' },
  en: { 15: 'a quarter of an hour', 30: 'half an hour', 45: 'three quarters of an hour' },
};

const locales = { nl: 'nl-NL', en: 'en-GB' } as const;

const dayFormats = Object.fromEntries(
  Object.entries(locales).map(([language, locale]) => [
    language,
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, weekday: 'long', day: 'numeric', month: 'long' }),
  ]),
);

type Unit = 'minute' | 'hour' | 'day' | 'workingDay';

/** How a language writes days and stretches of time. */
export interface Spans {
  /** `donderdag 12 november`. */
  day(day: LocalDate): string;
  dayOf(at: Instant): string;
  /** Time that people could work, `bijna zes werkdagen`; where nobody could, the time on the clock. */
  worked(time: { readonly minutes: number; readonly workingMinutes: number }): string;
  /** Time as the calendar counts it, `ruim twee dagen`. */
  elapsed(minutes: number): string;
  workingDays(count: number): string;
}

/** Writes days and stretches of time. */
export function spansIn(language: Language): Spans {
  const words = units[language];
  const counted = (count: number, unit: Unit): string =>
    `${figures[language][count] ?? count} ${words[unit][count === 1 ? 0 : 1]}`;
  const about = (amount: number, of: number, unit: Unit): string => {
    const whole = Math.max(1, Math.round(amount / of));
    const off = amount / of - whole;
    if (Math.abs(off) * of <= of / 16) return counted(whole, unit);
    return `${off > 0 ? words.over : words.under} ${counted(whole, unit)}`;
  };
  const upTo = (minutes: number, long: number, unit: Unit): string => {
    if (minutes < 60) return short[language][minutes] ?? counted(minutes, 'minute');
    return minutes < long ? about(minutes, 60, 'hour') : about(minutes, long, unit);
  };
  const dayOf = (at: Instant): string => dayFormats[language]?.format(epochMs(at)).replace(',', '') ?? at;
  return {
    day: (day) => dayOf(startOfDay(day)),
    dayOf,
    worked: ({ minutes, workingMinutes }) =>
      workingMinutes > 0 ? upTo(workingMinutes, WORKING_DAY_MINUTES, 'workingDay') : upTo(minutes, DAY_MINUTES, 'day'),
    elapsed: (minutes) => upTo(minutes, DAY_MINUTES, 'day'),
    workingDays: (count) => counted(count, 'workingDay'),
  };
}
