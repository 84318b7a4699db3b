import { extended, rawEnd, warnDay, type Extension } from '#calendar/last-day';
import { daysBetween, plusDays, type LocalDate } from '#calendar/local-date';
import type { TermRule } from '#calendar/term-rule';
import type { Calendar } from '#calendar/working-days';

/** Days that a suspension took, both included; `lastDay` null while nobody knows how long it will last. */
export interface SuspendedDays {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate | null;
}

/** What a term has come to. All null for a rule without a length (onverwijld). */
export interface TermDays {
  /** The last day by the rule alone. */
  readonly raw: LocalDate | null;
  readonly suspendedDays: number;
  /** The last day that holds; null while a suspension without a set time lasts. */
  readonly lastDay: LocalDate | null;
  /** Warns from 00:00 of this day; null where a term never warns. */
  readonly warnsOn: LocalDate | null;
  /** The extensions of the Algemene termijnenwet, in order. */
  readonly extensions: readonly Extension[];
}

/** A last day that was set on a ground of the law, when so many of the suspensions had begun. */
export interface MovedTo {
  readonly lastDay: LocalDate;
  readonly afterSuspensions: number;
}

/** What a term runs by. */
export interface TermCourse {
  readonly rule: TermRule;
  readonly from: LocalDate;
  readonly suspensions?: readonly SuspendedDays[];
  readonly movedTo?: MovedTo | undefined;
}

const NEVER: TermDays = { raw: null, suspendedDays: 0, lastDay: null, warnsOn: null, extensions: [] };

/** The day from which a rule counts: `from`, or the extended last day of the rule at whose end it starts. */
function firstDayOf({ startsAtEndOf }: TermRule, from: LocalDate, calendar: Calendar): LocalDate {
  return (startsAtEndOf && termDays({ rule: startsAtEndOf, from }, calendar).lastDay) ?? from;
}

function warnsOn({ rule, from }: TermCourse, lastDay: LocalDate, calendar: Calendar): LocalDate | null {
  if (rule.kind === 'earliest') return null;
  return rule.warnAfter ? rawEnd(from, rule.warnAfter, calendar) : warnDay(from, lastDay, calendar);
}

const daysOf = ({ firstDay, lastDay }: SuspendedDays): number => (lastDay ? daysBetween(firstDay, lastDay) + 1 : 0);

const sumOfDays = (suspensions: readonly SuspendedDays[]): number =>
  suspensions.reduce((sum, suspension) => sum + daysOf(suspension), 0);

/**
 * The days of a term: by its rule, plus the days it was suspended, then extended over weekends and holidays. A day set by
 * an extension on a ground of the law stands as it was set, plus what it was suspended after that.
 */
export function termDays(course: TermCourse, calendar: Calendar): TermDays {
  const { rule, suspensions = [], movedTo } = course;
  if (rule.length === 'without-delay') return NEVER;
  const from = firstDayOf(rule, course.from, calendar);
  const raw = rawEnd(from, rule.length, calendar);
  const suspendedDays = sumOfDays(suspensions);
  if (suspensions.some(({ lastDay }) => lastDay === null)) return { ...NEVER, raw, suspendedDays };
  const { lastDay, extensions } = movedTo
    ? { lastDay: plusDays(movedTo.lastDay, sumOfDays(suspensions.slice(movedTo.afterSuspensions))), extensions: [] }
    : extended(rule, from, plusDays(raw, suspendedDays), calendar);
  return { raw, suspendedDays, lastDay, warnsOn: warnsOn({ rule, from }, lastDay, calendar), extensions };
}
