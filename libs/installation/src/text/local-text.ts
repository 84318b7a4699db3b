import type { LocalDate } from '#calendar/local-date';
import { startOfDay } from '#calendar/local-date';
import { epochMs, type Instant } from '#event-sourcing/instant';

const ZONE = 'Europe/Amsterdam';

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nl-NL', { timeZone: ZONE, ...options });

const DAY = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
const TIME = formatter({ hour: '2-digit', minute: '2-digit' });
const LONG_DAY = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** The time on the clocks in Amsterdam: `10:05`. */
const timeOf = (at: Instant): string => TIME.format(epochMs(at));

/** `do 19 nov 10:05`, local. */
export const shortMoment = (at: Instant): string => `${DAY.format(epochMs(at))} ${timeOf(at)}`;

/** `vrijdag 20 november 2026, 12:00`, local. */
export const longMoment = (at: Instant): string => `${LONG_DAY.format(epochMs(at))}, ${timeOf(at)}`;

/** `ma 23 nov`. */
export const shortDay = (day: LocalDate): string => DAY.format(epochMs(startOfDay(day)));

/** `vrijdag 20 november 2026`. */
export const longDay = (day: LocalDate): string => LONG_DAY.format(epochMs(startOfDay(day)));
