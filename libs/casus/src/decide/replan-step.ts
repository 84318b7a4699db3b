import { accepted } from '#event-sourcing/decider';
import { stepsExist } from '#casus/decide/checks';
import { dependencyCycle } from '#casus/decide/dependency-cycle';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** Changes the plan of a step: its title, what must be done first, its target, or before when it does not start. */
export const replanStep: Decide<'replan-step'> = onStep(
  'replan-step',
  ownerOrDirector,
  ({ command, casus, step }) => {
    const { actor, title, after, target, notBefore, reason } = command;
    const cycle = dependencyCycle(casus, step.id, after ?? []);
    if (cycle) return rejected('dependency-cycle', { cycle });
    const changed = {
      step: step.id,
      title,
      after: after?.map((item) => ({ step: item.step, outcome: item.outcome })),
      target,
      notBefore,
      reason,
    };
    return accepted({ ...casusEvent('StepReplanned', changed), ...inPlaceOf(actor, step.owner) });
  },
  ({ command, casus }) => {
    const { title, after, target, notBefore } = command;
    const changesNothing = [title, after, target, notBefore].every((field) => field === undefined);
    return (
      stepsExist(
        casus,
        (after ?? []).map((item) => item.step),
      ) ?? (changesNothing ? rejected('nothing-to-replan') : undefined)
    );
  },
);
