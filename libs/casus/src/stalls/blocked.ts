import { breachOf, clocksOf } from '#casus/clocks/step-clock';
import { activeSteps, ownerWaiting, partyOf, type Scene, type Stall, type StepScene } from '#casus/stalls/scene';
import type { Instant } from '#event-sourcing/instant';

/** Stalls of a step itself that make those behind it BLOCKED. */
const OF_THE_BLOCKING_STEP: ReadonlySet<Stall['pattern']> = new Set([
  'TERM_EXCEEDED',
  'STANDSTILL',
  'UNANSWERED',
  'NOT_REROUTED',
]);

/** When the target or norm of a blocked step passes; its bare last day, for nobody can act on it yet. */
function overdueFrom({ step, state }: StepScene): Instant | undefined {
  if (state !== 'blocked') return undefined;
  const breaches = clocksOf(step)
    .filter(({ binding, rule }) => !binding && rule?.binds !== 'resident')
    .map(({ bareLastDay }) => breachOf(bareLastDay));
  return breaches.sort()[0];
}

/**
 * A blocked step past its target or norm: BLOCKED while the blocking step is itself stalled (with the step at its root),
 * PLAN_OVERTAKEN while it is not, for then the plan was not feasible. `others`: the stalls of the other patterns.
 */
export function blocked(scene: Scene, others: readonly Stall[]): Stall[] {
  const stalled = new Set(
    others.filter(({ pattern, from }) => from <= scene.at && OF_THE_BLOCKING_STEP.has(pattern)).map(({ root }) => root),
  );
  /** The step at the root of what blocks this one; undefined when the blocking step is not stalled. */
  const stalledRoot = ({ blockingStep }: StepScene): string | undefined => {
    const blocking = blockingStep === undefined ? undefined : scene.steps.get(blockingStep);
    if (!blocking) return undefined;
    if (stalled.has(blocking.step.id)) return blocking.step.id;
    const from = overdueFrom(blocking);
    return from !== undefined && from <= scene.at ? stalledRoot(blocking) : undefined;
  };
  return activeSteps(scene).flatMap((at): Stall[] => {
    const from = overdueFrom(at);
    if (from === undefined) return [];
    const about = at.step.id;
    const root = stalledRoot(at);
    return root === undefined
      ? [
          {
            pattern: 'PLAN_OVERTAKEN',
            about,
            root: about,
            onTheMove: scene.casus.director.partner,
            waiting: null,
            from,
          },
        ]
      : [{ pattern: 'BLOCKED', about, root, onTheMove: partyOf(at), waiting: ownerWaiting(at), from }];
  });
}
