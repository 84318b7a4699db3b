import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { owner } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** Says which person of the owner takes the step. The partner stays the owner. */
export const claimStep: Decide<'claim-step'> = onStep('claim-step', owner, ({ command, step }) =>
  step.claimedBy === command.person
    ? rejected('already-claimed', { step: step.id })
    : accepted(casusEvent('StepClaimed', { step: step.id, person: command.person })),
);
