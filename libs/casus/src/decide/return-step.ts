import { accepted } from '#event-sourcing/decider';
import { noteWithOther } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { owner } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** Gives a step back to the sender of the handoff by which the owner got it, else to the director. */
export const returnStep: Decide<'return-step'> = onStep(
  'return-step',
  owner,
  ({ command, casus, step }) => {
    const to = step.acquired.by === 'handoff' ? step.acquired.from : casus.director.partner;
    if (to === step.owner) return rejected('nowhere-to-return', { owner: step.owner });
    const { reason, note } = command;
    return accepted(casusEvent('StepReturned', { step: step.id, from: step.owner, to, reason, note }));
  },
  ({ command }) => noteWithOther(command),
);
