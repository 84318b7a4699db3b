import type { LocalDate } from '#calendar/local-date';
import type { Casus } from '#casus/casus';
import { clocksOf } from '#casus/clocks/step-clock';
import { hasEnded, type Step } from '#casus/step';
import { unsatisfied } from '#casus/step-state';

/** Every warning about a plan, and what it says in one English sentence. */
export const PLAN_WARNINGS = {
  'blocked-beyond-target': 'What must be done first may take until the last day of this step, or beyond it.',
  'scheduled-beyond-target': 'What must be done first does not start before the last day of this step.',
  'starts-after-target': 'The step starts after its own last day.',
  'term-before-target': 'The term of the step ends before its target: the last day of the term counts.',
} as const;

export type PlanWarningCode = keyof typeof PLAN_WARNINGS;

/** A step that stands in the way, with its last day or its start. */
export interface InTheWay {
  readonly step: string;
  readonly day: LocalDate;
}

/** Why a step cannot be done in time as it is planned. Nobody is refused for it: a plan may still change. */
export interface PlanWarning {
  readonly code: PlanWarningCode;
  readonly detail: string;
  readonly step: string;
  /** The last day that cannot be met: of a target, or of an agreement that is not a law's. */
  readonly due: LocalDate;
  readonly steps: readonly InTheWay[];
}

const earliest = (days: readonly LocalDate[]): LocalDate | undefined => [...days].sort()[0];

/** The last day by what was agreed; of what the law sets nobody says that a plan cannot meet it. */
const dueOf = (step: Step): LocalDate | undefined =>
  earliest(
    clocksOf(step)
      .filter(({ binding, rule }) => !binding && rule?.binds !== 'resident')
      .map(({ bareLastDay }) => bareLastDay),
  );

const lastDayOf = (step: Step): LocalDate | undefined => earliest(clocksOf(step).map(({ bareLastDay }) => bareLastDay));

/** The steps that must be done before this one and are not, also those before them; the nearest first. */
function stepsBefore(casus: Casus, step: Step): readonly Step[] {
  const before = new Map<string, Step>();
  const ahead = [step];
  for (let at = ahead.shift(); at; at = ahead.shift()) {
    for (const item of unsatisfied(casus, at)) {
      const other = casus.steps.get(item.step);
      if (!other || hasEnded(other) || before.has(other.id)) continue;
      before.set(other.id, other);
      ahead.push(other);
    }
  }
  return [...before.values()];
}

const inTheWay = (steps: readonly Step[], day: (step: Step) => LocalDate | undefined, from: LocalDate): InTheWay[] =>
  steps.flatMap((step) => {
    const on = day(step);
    return on !== undefined && on >= from ? [{ step: step.id, day: on }] : [];
  });

function warningsOf(casus: Casus, step: Step): PlanWarning[] {
  const due = dueOf(step);
  if (due === undefined) return [];
  const before = stepsBefore(casus, step);
  const { id, target, notBefore } = step;
  const term = lastDayOf(step);
  const found: readonly (readonly [PlanWarningCode, LocalDate, readonly InTheWay[]])[] = [
    ['blocked-beyond-target', due, inTheWay(before, lastDayOf, due)],
    ['scheduled-beyond-target', due, inTheWay(before, (other) => other.notBefore?.day, due)],
    ['starts-after-target', due, notBefore && notBefore.day > due ? [{ step: id, day: notBefore.day }] : []],
    ['term-before-target', target ?? due, target && term && term < target ? [{ step: id, day: term }] : []],
  ];
  return found
    .filter(([, , steps]) => steps.length > 0)
    .map(([code, on, steps]) => ({ code, detail: PLAN_WARNINGS[code], step: id, due: on, steps }));
}

/**
 * What a plan of this step makes impossible, by the days that are set now: its own last day, and those of the steps
 * behind it in whose way it stands. Domain, "Steps".
 */
export function planWarnings(casus: Casus, id: string): readonly PlanWarning[] {
  const planned = casus.steps.get(id);
  if (!planned || hasEnded(planned)) return [];
  const behind = [...casus.steps.values()]
    .filter((step) => step.id !== id && !hasEnded(step))
    .flatMap((step) => warningsOf(casus, step))
    .filter(({ steps }) => steps.some(({ step }) => step === id));
  return [...warningsOf(casus, planned), ...behind];
}
