import { boundedMemo } from '#calendar/bounded-memo';
import type { LocalDate } from '#calendar/local-date';
import { nationalCalendar, withClosedDays, type Calendar } from '#calendar/working-days';

/** The calendar with which a term is computed, as an event keeps it. */
export interface TermCalendar {
  readonly version: string;
  /** The days equated with a holiday by a published decision (Algemene termijnenwet art. 3 lid 3), in order. */
  readonly equatedDays: readonly LocalDate[];
}

/** The recognised holidays, and these days as if they were such, by decisions of which the latest is of `published`. */
export const termCalendar = (equatedDays: readonly LocalDate[], published: LocalDate | undefined): TermCalendar => ({
  version: published === undefined ? nationalCalendar.version : `${nationalCalendar.version}+${published}`,
  equatedDays: [...equatedDays].sort(),
});

const CALENDARS_KEPT = 100;
const SEPARATOR = ' ';

const keyOf = ({ version, equatedDays }: TermCalendar): string => [version, ...equatedDays].join(SEPARATOR);

// A calendar is compared by identity and knows its working days: one for each list of days, not one for each term.
const withEquatedDays = boundedMemo(CALENDARS_KEPT, (key: string): Calendar => {
  const [version = '', ...days] = key.split(SEPARATOR);
  return { ...withClosedDays(nationalCalendar, days as LocalDate[], version), version };
});

/** The working days of a term's calendar. */
export const calendarOfTerm = (calendar: TermCalendar): Calendar =>
  calendar.equatedDays.length === 0 ? nationalCalendar : withEquatedDays(keyOf(calendar));

/** Whether two calendars are the same, day by day. */
export const isSameCalendar = (a: TermCalendar, b: TermCalendar): boolean => keyOf(a) === keyOf(b);
