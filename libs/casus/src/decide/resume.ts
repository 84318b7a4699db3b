import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** Ends a waiting, also one past its last day. */
export const resume: Decide<'resume'> = onStep('resume', ownerOrDirector, ({ command, step }) =>
  accepted({ ...casusEvent('WaitingResumed', { step: step.id }), ...inPlaceOf(command.actor, step.owner) }),
);
