import { Temporal } from 'temporal-polyfill';
import { localDate, plusDays, type LocalDate } from '#calendar/local-date';

/**
 * Easter Sunday: the Sunday after the first ecclesiastical full moon on or after 21 March (Gauss, in Lichtenberg's form,
 * which needs no exceptions). For years of the Gregorian calendar.
 */
export function easterSunday(year: number): LocalDate {
  const century = Math.floor(year / 100);
  const placeInCycle = year % 19;
  const shift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const age = (19 * placeInCycle + shift) % 30;
  const tooLate = Math.floor((age + Math.floor(placeInCycle / 11)) / 29);
  const fullMoon = Temporal.PlainDate.from({ year, month: 3, day: 21 }).add({ days: age - tooLate });
  return localDate(fullMoon.add({ days: 7 - (fullMoon.dayOfWeek % 7) }).toString());
}

/** 27 April, a day earlier when that is a Sunday; no holiday before 2014. */
function kingsDay(year: number): LocalDate[] {
  if (year < 2014) return [];
  const birthday = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return [localDate(birthday.subtract({ days: birthday.dayOfWeek === 7 ? 1 : 0 }).toString())];
}

/**
 * The recognised holidays of a year, in order of date (Algemene termijnenwet art. 3 lid 1 and 2). Certain for 2014–2100;
 * other years follow the same rules, without 27 April before 2014. 5 May and Ascension Day may be one day (2016).
 */
export function recognisedHolidays(year: number): readonly LocalDate[] {
  const easter = easterSunday(year);
  const days = [
    localDate(`${year}-01-01`),
    plusDays(easter, -2),
    plusDays(easter, 1),
    ...kingsDay(year),
    localDate(`${year}-05-05`),
    plusDays(easter, 39),
    plusDays(easter, 50),
    localDate(`${year}-12-25`),
    localDate(`${year}-12-26`),
  ];
  return [...new Set(days)].sort();
}
