import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import type { AfterItem } from '#casus/commands';
import { hasEnded, suspensionAt, waitingAt, type Step } from '#casus/step';
import type { DecisionOutcome } from '#casus/vocabulary';

export type StepState = 'done' | 'cancelled' | 'blocked' | 'scheduled' | 'waiting' | 'reported' | 'open';

/** The last recorded decision on a step. */
export function lastOutcome(casus: Casus, step: string): DecisionOutcome | undefined {
  let last: Casus['decisions'][number] | undefined;
  for (const decision of casus.decisions) {
    if (decision.step === step && (!last || decision.revision > last.revision)) last = decision;
  }
  return last?.outcome;
}

/** `dead`: cancelled, or done without the outcome that is required; only a replanning or a later decision helps. */
export function afterItemState(casus: Casus, item: AfterItem): 'satisfied' | 'pending' | 'dead' {
  const step = casus.steps.get(item.step);
  if (!step || !hasEnded(step)) return 'pending';
  if (step.life.is === 'cancelled') return 'dead';
  return item.outcome === undefined || lastOutcome(casus, item.step) === item.outcome ? 'satisfied' : 'dead';
}

/** The items of `after` that are not satisfied, in their order. */
export const unsatisfied = (casus: Casus, step: Step): readonly AfterItem[] =>
  step.after.filter((item) => afterItemState(casus, item) !== 'satisfied');

/** The state of a step at an instant; the first that fits, in the order of the domain ("Steps"). */
export function stepState(casus: Casus, step: Step, at: Instant): StepState {
  if (step.life.is === 'done' || step.life.is === 'cancelled') return step.life.is;
  if (unsatisfied(casus, step).length > 0) return 'blocked';
  if (step.notBefore && at < step.notBefore.startsAt) return 'scheduled';
  if (waitingAt(step, at) || suspensionAt(step, at)) return 'waiting';
  return step.life.is === 'reported' ? 'reported' : 'open';
}
