import { localDateOf, startOfDay, dayAfter, type LocalDate } from '#calendar/local-date';
import { warnDay } from '#calendar/last-day';
import { calendarOfTerm } from '#calendar/term-calendar';
import { termDays, type TermCourse, type TermDays } from '#calendar/term-days';
import { isStatutory, type TermNature, type TermRule } from '#calendar/term-rule';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import type { Instant } from '#event-sourcing/instant';
import type { Step, StepTerm } from '#casus/step';
import type { StepState } from '#casus/step-state';

/** A running clock on a step: its term by a rule, or its target. `binding`: the law sets it, so it runs in every state. */
export interface StepClock {
  readonly rule: TermRule | null;
  readonly first: LocalDate;
  readonly bareLastDay: LocalDate;
  readonly bareWarnsOn: LocalDate | null;
  readonly binding: boolean;
}

const knownTermDays = new WeakMap<Step, TermDays>();

/** The days of a step's term, as its suspensions and extensions made them; undefined without a term. */
export function stepTermDays(step: Step): TermDays | undefined {
  const kept = knownTermDays.get(step);
  if (kept) return kept;
  const days = findTermDays(step);
  if (days) knownTermDays.set(step, days);
  return days;
}

/** What the term of a step runs by. */
export function termCourse({ suspensions, extensions }: Step, { rule, from }: StepTerm): TermCourse {
  const days = suspensions.map(({ firstDay, until }) => ({ firstDay, lastDay: until ?? null }));
  return { rule, from, suspensions: days, movedTo: extensions.at(-1) };
}

const findTermDays = (step: Step): TermDays | undefined =>
  step.term && termDays(termCourse(step, step.term), calendarOfTerm(step.term.calendar));

const known = new WeakMap<Step, readonly StepClock[]>();

/** The clocks of a step that have a last day: the term first, then the target. What is only an earliest day is none. */
export function clocksOf(step: Step): readonly StepClock[] {
  // A step is looked at far more often than it changes.
  const clocks = known.get(step) ?? findClocks(step);
  known.set(step, clocks);
  return clocks;
}

function findClocks(step: Step): readonly StepClock[] {
  const clocks: StepClock[] = [];
  const { term } = step;
  const days = stepTermDays(step);
  if (term && days?.lastDay && term.rule.kind !== 'earliest') {
    clocks.push({
      rule: term.rule,
      first: term.from,
      bareLastDay: days.lastDay,
      bareWarnsOn: days.warnsOn,
      binding: isStatutory(term.rule),
    });
  }
  if (step.target) {
    const first = localDateOf(step.plannedAt);
    const bareWarnsOn = warnDay(first, step.target, nationalCalendar);
    clocks.push({ rule: null, first, bareLastDay: step.target, bareWarnsOn, binding: false });
  }
  return clocks;
}

/** Working days that a new owner has before a norm or an agreement counts against it. */
const GRACE = 3;

/**
 * The last day that counts. A norm or an agreement is fair: never earlier than three working days after its present owner
 * could first act (`ableSince`; undefined while the step is blocked or scheduled, then the bare day counts).
 */
export function fairLastDay(clock: StepClock, ableSince: Instant | undefined): LocalDate {
  if (clock.binding || ableSince === undefined) return clock.bareLastDay;
  const grace = lastOfWorkingDays(ableSince, GRACE, nationalCalendar);
  return grace > clock.bareLastDay ? grace : clock.bareLastDay;
}

/** Where a term comes from: what views say of the rule and calendar by which it runs. */
export interface TermSource {
  readonly rule: string;
  /** The article, or whose norm it is. */
  readonly article: string;
  readonly nature: TermNature;
  readonly ruleVersion: LocalDate;
  readonly calendarVersion: string;
  /** Nothing may happen before it has passed; it never lapses. */
  readonly isEarliest: boolean;
  /** What its lapse gives the resident; null where that is nothing. */
  readonly onLapse: string | null;
}

/** How the term of a step by a rule stands. All days null for a rule without a length (onverwijld). */
export interface TermStanding extends TermSource {
  readonly from: LocalDate;
  /** The last day by the rule alone. */
  readonly raw: LocalDate | null;
  readonly suspendedDays: number;
  /** The last day that counts, fair to the owner; null while a suspension without a set time lasts. */
  readonly lastDay: LocalDate | null;
  readonly warnsOn: LocalDate | null;
}

/** The last day of a step and when it warns: of a term and a target the earlier. Null without a clock. */
export interface StepDays {
  readonly lastDay: LocalDate | null;
  readonly warnsOn: LocalDate | null;
  readonly rule: string | null;
  /** The term by itself; null where the step has none by a rule. */
  readonly term: TermStanding | null;
}

function fairDays(clock: StepClock, ableSince: Instant | undefined) {
  const lastDay = fairLastDay(clock, ableSince);
  const moved = lastDay !== clock.bareLastDay && !clock.rule?.warnAfter;
  return { lastDay, warnsOn: moved ? warnDay(clock.first, lastDay, nationalCalendar) : clock.bareWarnsOn };
}

const sourceOf = ({ rule, calendar }: StepTerm): TermSource => ({
  rule: rule.code,
  article: rule.source,
  nature: rule.nature,
  ruleVersion: rule.version,
  calendarVersion: calendar.version,
  isEarliest: rule.kind === 'earliest',
  onLapse: rule.onLapse ?? null,
});

function termStanding(step: Step, ableSince: Instant | undefined): TermStanding | null {
  const days = stepTermDays(step);
  if (!step.term || !days) return null;
  const { raw, suspendedDays, lastDay, warnsOn } = days;
  const { from } = step.term;
  const clock = clocksOf(step).find((one) => one.rule !== null);
  return {
    ...sourceOf(step.term),
    from,
    raw,
    suspendedDays,
    lastDay,
    warnsOn,
    ...(clock && fairDays(clock, ableSince)),
  };
}

export function stepDays(step: Step, ableSince: Instant | undefined): StepDays {
  let earliest: Omit<StepDays, 'term'> = { lastDay: null, warnsOn: null, rule: null };
  for (const clock of clocksOf(step)) {
    const days = fairDays(clock, ableSince);
    if (earliest.lastDay !== null && earliest.lastDay <= days.lastDay) continue;
    earliest = { ...days, rule: clock.rule?.code ?? null };
  }
  return { ...earliest, term: termStanding(step, ableSince) };
}

/** When a last day has passed: 00:00 local time of the day after. */
export const breachOf = (lastDay: LocalDate): Instant => startOfDay(dayAfter(lastDay));

/** States in which the owner of a step cannot act yet. */
export const cannotAct = (state: StepState): boolean => state === 'blocked' || state === 'scheduled';
