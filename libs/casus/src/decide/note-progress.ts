import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** Notes how a step goes, by any partner that takes part. It changes no state. */
export const noteProgress: Decide<'note-progress'> = onStep('note-progress', participant, ({ command, step }) =>
  accepted(casusEvent('ProgressNoted', { step: step.id, text: command.text })),
);
