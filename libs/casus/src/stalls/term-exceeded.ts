import { breachOf, clocksOf, fairLastDay, type StepClock } from '#casus/clocks/step-clock';
import { ofActiveStep, ownerWaiting, partyOf, type StepScene } from '#casus/stalls/scene';
import { suspensionAt } from '#casus/step';
import type { Instant } from '#event-sourcing/instant';

/** A right of the resident lapses; a public body is bound in every state but suspended; an agreement only when one can act. */
function counts({ rule, binding }: StepClock, { step, state }: StepScene, at: Instant): boolean {
  if (rule?.binds === 'resident') return false;
  return binding ? suspensionAt(step, at) === undefined : state !== 'blocked' && state !== 'scheduled';
}

/** A step past its last day. */
export const termExceeded = ofActiveStep((scene, at) => {
  const { step, ableSince } = at;
  const breaches = clocksOf(step)
    .filter((clock) => counts(clock, at, scene.at))
    .map((clock) => breachOf(fairLastDay(clock, ableSince)));
  const [from] = breaches.sort();
  if (from === undefined) return undefined;
  return {
    pattern: 'TERM_EXCEEDED',
    about: step.id,
    root: step.id,
    onTheMove: partyOf(at),
    waiting: ownerWaiting(at),
    from,
  };
});
