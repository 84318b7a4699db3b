import { daysBetween, plusDays, plusMonths, startOfDay, type LocalDate } from '#calendar/local-date';
import { isStatutory, type TermLength, type TermRule } from '#calendar/term-rule';
import {
  countWorkingDays,
  lastOfWorkingDays,
  workingDayFrom,
  workingDaysBefore,
  type Calendar,
} from '#calendar/working-days';

/** The last day of a length counted from `from` (day 1 is the day after), before any extension. */
export function rawEnd(from: LocalDate, { amount, unit }: TermLength, calendar: Calendar): LocalDate {
  switch (unit) {
    case 'days':
      return plusDays(from, amount);
    case 'weeks':
      return plusDays(from, 7 * amount);
    case 'months':
      return plusMonths(from, amount);
    case 'working-days':
      return lastOfWorkingDays(startOfDay(from), amount, calendar);
  }
}

/** Algemene termijnenwet art. 4 onder a: not for terms longer than 90 days, 12 weeks or 3 months. */
const LONGEST: Record<TermLength['unit'], number> = { days: 90, weeks: 12, months: 3, 'working-days': 0 };

/** Whether the Algemene termijnenwet extends terms of this rule. */
const isExtended = (rule: TermRule, { amount, unit }: TermLength): boolean =>
  isStatutory(rule) && amount <= LONGEST[unit];

/** Why a last day came out later than the day before it in the computation. */
export type Extension =
  | { readonly because: 'two-working-days'; readonly article: string; readonly to: LocalDate }
  | { readonly because: 'no-working-day'; readonly article: string; readonly to: LocalDate };

/** Extends the end of a statutory or derived term over weekends and holidays (Algemene termijnenwet art. 1 and 2). */
export function extended(
  rule: TermRule,
  from: LocalDate,
  end: LocalDate,
  calendar: Calendar,
): { readonly lastDay: LocalDate; readonly extensions: readonly Extension[] } {
  const { length } = rule;
  if (length === 'without-delay' || !isExtended(rule, length)) return { lastDay: end, extensions: [] };
  const extensions: Extension[] = [];
  let lastDay = end;
  const missing = 2 - countWorkingDays(plusDays(from, 1), end, calendar);
  if (missing > 0 && daysBetween(from, rawEnd(from, length, calendar)) >= 3) {
    lastDay = lastOfWorkingDays(startOfDay(end), missing, calendar);
    extensions.push({ because: 'two-working-days', article: 'Algemene termijnenwet art. 2', to: lastDay });
  }
  const workingDay = workingDayFrom(lastDay, calendar);
  if (workingDay !== lastDay) {
    lastDay = workingDay;
    extensions.push({ because: 'no-working-day', article: 'Algemene termijnenwet art. 1 lid 1', to: lastDay });
  }
  return { lastDay, extensions };
}

const WARN_WORKING_DAYS = 5;

/**
 * The day from whose 00:00 a term warns: the later of the fifth working day before its last day, and two thirds of the
 * way from its first day to its last, rounded up. Domain, "Clocks".
 */
export function warnDay(first: LocalDate, lastDay: LocalDate, calendar: Calendar): LocalDate {
  const fifth = workingDaysBefore(lastDay, WARN_WORKING_DAYS, calendar);
  const twoThirds = plusDays(first, Math.ceil((daysBetween(first, lastDay) * 2) / 3));
  return fifth > twoThirds ? fifth : twoThirds;
}
