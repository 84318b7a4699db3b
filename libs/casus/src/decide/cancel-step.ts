import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The step will not be done. What waits for it needs a new plan. */
export const cancelStep: Decide<'cancel-step'> = onStep('cancel-step', ownerOrDirector, ({ command, step }) =>
  accepted({
    ...casusEvent('StepCancelled', { step: step.id, reason: command.reason }),
    ...inPlaceOf(command.actor, step.owner),
  }),
);
