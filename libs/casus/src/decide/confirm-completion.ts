import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { confirmer } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The partner that confirms the step finds it done. */
export const confirmCompletion: Decide<'confirm-completion'> = onStep('confirm-completion', confirmer, ({ step }) =>
  accepted(casusEvent('CompletionConfirmed', { step: step.id })),
);
