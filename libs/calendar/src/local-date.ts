import { Temporal } from 'temporal-polyfill';
import { boundedMemo } from '#calendar/bounded-memo';
import { instant, type Instant } from '#event-sourcing/instant';

declare const brand: unique symbol;

/** A calendar day in Europe/Amsterdam as `YYYY-MM-DD`: fixed width, so that text order is date order. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const ZONE = 'Europe/Amsterdam';
const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/;
/** Some twenty-two years of days: more than the casus that are open at one time touch. */
const DAYS_KEPT = 8192;

const DAY_MS = 86_400_000;

/** Whether a text is a day that exists, between 1900-01-01 and 9998-12-31 (a day and its morrow have a four-digit year). */
export function isLocalDate(text: string): text is LocalDate {
  if (!DATE.test(text) || text < '1900' || text >= '9999') return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Reads `YYYY-MM-DD`. Throws a RangeError on anything else, such as 2026-02-30, and outside 1900–9998. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a date (YYYY-MM-DD): ${text}`);
  return text;
}

const written = (day: Temporal.PlainDate): LocalDate => {
  const text = day.toString();
  if (!DATE.test(text)) throw new RangeError(`date outside the years 0-9999: ${text}`);
  return text as LocalDate;
};

/** The day `n` days after `date` (before it, when negative). */
export function plusDays(date: LocalDate, n: number): LocalDate {
  // Days of the calendar are all alike: this needs no zone.
  const text = new Date(Date.parse(date) + n * DAY_MS).toISOString();
  if (text.length !== 24) throw new RangeError(`date outside the years 0-9999: ${text}`);
  return text.slice(0, 10) as LocalDate;
}

/** The next day. */
export const dayAfter: (date: LocalDate) => LocalDate = boundedMemo(DAYS_KEPT, (date: LocalDate) => plusDays(date, 1));

/** 00:00 local time of a day, as an instant. Right in the nights in which the clock changes, for that happens at 01:00 UTC. */
export const startOfDay: (date: LocalDate) => Instant = boundedMemo(DAYS_KEPT, (date: LocalDate) =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).epochMilliseconds),
);

/** The local day on which an instant falls. Amsterdam runs ahead of UTC, so that is the day in UTC or the one after it. */
export function localDateOf(at: Instant): LocalDate {
  const day = at.slice(0, 10) as LocalDate;
  const next = dayAfter(day);
  return at < startOfDay(next) ? day : next;
}

/**
 * The instant at which the clocks in Amsterdam show `YYYY-MM-DDTHH:mm[:ss]`: the first of the two when they show it
 * twice, an hour later when they skip it. Throws a RangeError on anything else.
 */
export function localTimeToInstant(text: string): Instant {
  if (!LOCAL_TIME.test(text) || !isLocalDate(text.slice(0, 10))) {
    throw new RangeError(`not a local time (YYYY-MM-DDTHH:mm[:ss]): ${text}`);
  }
  return instant(Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).epochMilliseconds);
}

/** The day that many calendar months later: the same number, or the last day of a shorter month. */
export const plusMonths = (date: LocalDate, n: number): LocalDate =>
  written(Temporal.PlainDate.from(date).add({ months: n }));

/** The number of days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
