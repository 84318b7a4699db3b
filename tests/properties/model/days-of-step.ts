import type { Instant } from '#event-sourcing/instant';
import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import { calendarOfTerm } from '#calendar/term-calendar';
import { termDays } from '#calendar/term-days';
import type { TermRule } from '#calendar/term-rule';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import type { Fact } from '#casus/fact';
import { allOf, resumptionOf } from '#tests/properties/model/facts-of';

/** A last day of a step: by a rule of the law or a sector, or (without a rule) its target. */
export interface LastDay {
  readonly rule: TermRule | undefined;
  readonly day: LocalDate;
}

/** 00:00 of the day after. */
export const endOf = (day: LocalDate): Instant => startOfDay(dayAfter(day));

/** Statutory and derived rules bind a public body, whatever the state of the step. */
export const isLaw = ({ rule }: LastDay): boolean => rule?.nature === 'statutory' || rule?.nature === 'derived';

/** The bare last days that the facts of a step come to; how a rule counts has specifications of its own. */
export function bareLastDays(facts: readonly Fact[], { data }: Fact<'StepPlanned'>): LastDay[] {
  const target = allOf(facts, 'StepReplanned').findLast((fact) => fact.data.target !== undefined)?.data.target;
  const days: LastDay[] = [];
  const { rule, calendar } = allOf(facts, 'TermRuleRenewed').at(-1)?.data ?? data.term ?? {};
  if (data.term && rule && calendar && rule.kind !== 'earliest') {
    const suspended = allOf(facts, 'TermSuspended');
    const suspensions = suspended.map((fact) => ({
      firstDay: fact.data.firstDay,
      lastDay: resumptionOf(facts, fact)?.data.lastDay ?? fact.data.until ?? null,
    }));
    const extended = allOf(facts, 'TermExtended').at(-1);
    const before = extended && suspended.filter((fact) => facts.indexOf(fact) < facts.indexOf(extended)).length;
    const movedTo = extended && { lastDay: extended.data.lastDay, afterSuspensions: before ?? 0 };
    const { from } = data.term;
    const { lastDay } = termDays({ rule, from, suspensions, movedTo }, calendarOfTerm(calendar));
    if (lastDay) days.push({ rule, day: lastDay });
  }
  const day = target === undefined ? data.target : target;
  return day === undefined || day === null ? days : [...days, { rule: undefined, day }];
}

/** The day that counts: a norm, an agreement or a target never before three working days after its owner could first act. */
export function fairDay(last: LastDay, ableSince: Instant | undefined): LocalDate {
  if (isLaw(last) || ableSince === undefined) return last.day;
  const grace = lastOfWorkingDays(ableSince, 3, nationalCalendar);
  return grace > last.day ? grace : last.day;
}
