import { accepted } from '#event-sourcing/decider';
import { needsBasis } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The director makes another partner the owner, with the reason and how it was agreed. */
export const reassignStep: Decide<'reassign-step'> = onStep('reassign-step', director, ({ command, casus, step }) => {
  const { to, agreed, reason, override, occurredAt } = command;
  if (to === step.owner) return rejected('already-the-owner', { owner: to });
  return (
    needsBasis(casus, to, occurredAt, override) ??
    accepted(casusEvent('StepReassigned', { step: step.id, from: step.owner, to, agreed, reason, override }))
  );
});
