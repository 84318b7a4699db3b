import type { LocalDate } from '#calendar/local-date';
import { termDays, type SuspendedDays, type TermCourse } from '#calendar/term-days';
import type { Calendar } from '#calendar/working-days';

/** Why a term cannot be suspended for some days. */
export type TermFault =
  | { readonly code: 'not-suspendable' }
  | { readonly code: 'suspension-backwards'; readonly firstDay: LocalDate; readonly lastDay: LocalDate }
  | { readonly code: 'suspension-before-term'; readonly firstDay: LocalDate; readonly from: LocalDate }
  | { readonly code: 'suspensions-overlap'; readonly firstDay: LocalDate; readonly other: SuspendedDays }
  | { readonly code: 'suspension-after-term'; readonly firstDay: LocalDate; readonly lastDay: LocalDate };

/** Whether two suspensions share a day; one whose end nobody knows goes on for ever. */
const overlap = (a: SuspendedDays, b: SuspendedDays): boolean =>
  (b.lastDay === null || a.firstDay <= b.lastDay) && (a.lastDay === null || b.firstDay <= a.lastDay);

/**
 * What is wrong with suspending a term for these days, as it runs without them; undefined when nothing is. They lie
 * within the term, in order, and share no day with another suspension. Domain, "Clocks".
 */
export function suspensionFault(course: TermCourse, days: SuspendedDays, calendar: Calendar): TermFault | undefined {
  const { rule, from, suspensions = [] } = course;
  const { firstDay, lastDay } = days;
  if (!rule.suspendable) return { code: 'not-suspendable' };
  if (lastDay !== null && lastDay < firstDay) return { code: 'suspension-backwards', firstDay, lastDay };
  if (firstDay < from) return { code: 'suspension-before-term', firstDay, from };
  const other = suspensions.find((one) => overlap(days, one));
  if (other) return { code: 'suspensions-overlap', firstDay, other };
  const end = termDays(course, calendar).lastDay;
  return end !== null && firstDay > end ? { code: 'suspension-after-term', firstDay, lastDay: end } : undefined;
}
