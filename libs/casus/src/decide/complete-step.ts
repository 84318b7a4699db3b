import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The step is done; or, where another partner confirms it, reported done. */
export const completeStep: Decide<'complete-step'> = onStep('complete-step', ownerOrDirector, ({ command, step }) => {
  const { id, confirmedBy, owner } = step;
  const event =
    confirmedBy === undefined || confirmedBy === owner
      ? casusEvent('StepCompleted', { step: id })
      : casusEvent('StepReported', { step: id, confirmedBy });
  return accepted({ ...event, ...inPlaceOf(command.actor, owner) });
});
