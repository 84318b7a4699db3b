import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { owner } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The owner takes the step up itself. */
export const startStep: Decide<'start-step'> = onStep('start-step', owner, ({ step }) =>
  accepted(casusEvent('StepStarted', { step: step.id })),
);
