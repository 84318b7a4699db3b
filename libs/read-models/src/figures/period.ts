import { dayAfter, localDateOf, startOfDay, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { MomentFault } from '#read-models/moment-fault';

/** Local days, both included, and the instants that they come to. Without a first day: from the beginning. */
export interface Period {
  readonly firstDay: LocalDate | null;
  readonly lastDay: LocalDate;
  readonly from: Instant | null;
  /** 00:00 of the day after the last. */
  readonly end: Instant;
}

/** The period between two local days; up to the day of `at` when no last day is given. */
export function periodOf(firstDay: LocalDate | undefined, lastDay: LocalDate | undefined, at: Instant): Period {
  const last = lastDay ?? localDateOf(at);
  return {
    firstDay: firstDay ?? null,
    lastDay: last,
    from: firstDay === undefined ? null : startOfDay(firstDay),
    end: startOfDay(dayAfter(last)),
  };
}

/** What is wrong with a period seen from `at`; undefined when nothing is. */
export function periodFault({ from, firstDay, lastDay }: Period, at: Instant): MomentFault | undefined {
  if (from === null || firstDay === null) return undefined;
  if (from > at) return { code: 'period-not-begun', details: { from, asOf: at } };
  return firstDay > lastDay ? { code: 'period-backwards', details: { from, to: startOfDay(lastDay) } } : undefined;
}

/** Whether an instant lies in a period. */
export const isWithin = ({ from, end }: Period, at: Instant): boolean => (from === null || at >= from) && at < end;
