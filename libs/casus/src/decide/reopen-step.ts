import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** Makes a done step open again. Nothing that followed is undone; steps after it that have not ended are blocked again. */
export const reopenStep: Decide<'reopen-step'> = onStep('reopen-step', director, ({ command, step }) =>
  accepted(casusEvent('StepReopened', { step: step.id, reason: command.reason })),
);
