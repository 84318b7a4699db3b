import type { Extension } from '#calendar/last-day';
import { dayAfter, plusDays, startOfDay, type LocalDate } from '#calendar/local-date';
import { termDays, type SuspendedDays, type TermCourse } from '#calendar/term-days';
import { suspensionFault, type TermFault } from '#calendar/term-fault';
import type { TermRule } from '#calendar/term-rule';
import type { Calendar } from '#calendar/working-days';
import type { Instant } from '#event-sourcing/instant';

/** Something that moved the first or the last day of a term, and where it came to lie. */
export type TermMove =
  | { readonly because: 'starts-at-end-of'; readonly rule: string; readonly to: LocalDate }
  | { readonly because: 'suspended'; readonly days: number; readonly article: string; readonly to: LocalDate }
  | Extension;

/** A term worked out, with all that moved it, in order. All days null for a rule without a length (onverwijld). */
export interface TermAccount {
  readonly raw: LocalDate | null;
  readonly suspendedDays: number;
  readonly lastDay: LocalDate | null;
  readonly warnsOn: LocalDate | null;
  /** 00:00 local time of the day after the last day; of an `earliest` rule the moment from which it may happen. */
  readonly breachedFrom: Instant | null;
  readonly moves: readonly TermMove[];
}

/** A suspension of which both days are known. */
export interface WholeSuspension extends SuspendedDays {
  readonly lastDay: LocalDate;
}

/** The first fault of suspensions in order, each held against those before it. */
function faultOf(course: TermCourse, inOrder: readonly WholeSuspension[], calendar: Calendar): TermFault | undefined {
  for (const [index, days] of inOrder.entries()) {
    const fault = suspensionFault({ ...course, suspensions: inOrder.slice(0, index) }, days, calendar);
    if (fault) return fault;
  }
  return undefined;
}

const SUSPENSION_ARTICLE = 'Awb art. 4:15';

/**
 * Works out a term: its days and all that moved them (docs/explanation/domain.md, "Clocks"), or
 * what is wrong with it. `suspensions` in any order.
 */
export function termAccount(
  rule: TermRule,
  from: LocalDate,
  suspensions: readonly WholeSuspension[],
  calendar: Calendar,
): { readonly account: TermAccount } | { readonly fault: TermFault } {
  const inOrder = [...suspensions].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const fault = faultOf({ rule, from }, inOrder, calendar);
  if (fault) return { fault };
  const { extensions, ...days } = termDays({ rule, from, suspensions: inOrder }, calendar);
  const { raw, suspendedDays, lastDay } = days;
  const earlier = rule.startsAtEndOf;
  const start = earlier && termDays({ rule: earlier, from }, calendar).lastDay;
  const moves: TermMove[] = [
    ...(earlier && start ? [{ because: 'starts-at-end-of' as const, rule: earlier.code, to: start }] : []),
    ...(raw && suspendedDays > 0
      ? [
          {
            because: 'suspended' as const,
            days: suspendedDays,
            article: SUSPENSION_ARTICLE,
            to: plusDays(raw, suspendedDays),
          },
        ]
      : []),
    ...extensions,
  ];
  return { account: { ...days, breachedFrom: lastDay && startOfDay(dayAfter(lastDay)), moves } };
}
