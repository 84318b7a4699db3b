import type { Step } from '#casus/step';
import { stepState } from '#casus/step-state';
import { blocksOwn, knowsStep, mayKnow, otherSteps, type Viewer } from '#messaging/audience/rights';
import type { PublicDataOf } from '#messaging/contract/public-events';

/** What a partner may know of a step of others. */
export type Outline = Omit<PublicDataOf<'casus.other-step-changed'>, 'occurredAt'>;

/** A step as it looks to a partner that may not know all of it; undefined when it knows all of it, or nothing. */
export function outlineOf(viewer: Viewer, step: Step): Outline | undefined {
  if (knowsStep(viewer, step)) return undefined;
  const rule = otherSteps(viewer);
  if (rule === 'state-if-blocking' && !blocksOwn(viewer, step)) return undefined;
  const named = rule === 'state' && mayKnow(viewer, step.category);
  return {
    step: step.id,
    state: stepState(viewer.casus, step, viewer.at),
    ...(named && { category: step.category }),
    ...(step.target !== undefined && { target: step.target }),
    ...(step.notBefore && { notBefore: step.notBefore.day }),
  };
}
