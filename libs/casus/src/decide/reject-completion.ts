import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { confirmer } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The partner that confirms the step finds it not done; the owner goes on. */
export const rejectCompletion: Decide<'reject-completion'> = onStep(
  'reject-completion',
  confirmer,
  ({ command, step }) => accepted(casusEvent('CompletionRejected', { step: step.id, reason: command.reason })),
);
