import { localDateOf, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';

/** A person of a partner that is away, from the first to the last day, both included; perhaps with someone in its place. */
export interface Absence {
  readonly id: string;
  readonly person: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly substitute?: string | undefined;
  /** From when it holds no more: back early, or never gone. */
  readonly withdrawnAt?: Instant | undefined;
}

/** Whether an absence holds at an instant. */
export function isAway({ from, until, withdrawnAt }: Absence, at: Instant): boolean {
  const day = localDateOf(at);
  return from <= day && day <= until && (withdrawnAt === undefined || at < withdrawnAt);
}

/** Whether two stretches of days have a day in common. */
export const overlaps = (a: Pick<Absence, 'from' | 'until'>, b: Pick<Absence, 'from' | 'until'>): boolean =>
  a.from <= b.until && b.from <= a.until;
