import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { owner } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The person who claimed the step gives it back to the partner. */
export const releaseStep: Decide<'release-step'> = onStep('release-step', owner, ({ step }) =>
  step.claimedBy === undefined
    ? rejected('not-claimed', { step: step.id })
    : accepted(casusEvent('StepReleased', { step: step.id, person: step.claimedBy })),
);
