import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onTakeover } from '#casus/decide/on-takeover';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The requester no longer wants the step. */
export const withdrawTakeover: Decide<'withdraw-takeover'> = onTakeover(
  ({ actor }, { by }) => (actor.partner === by ? undefined : rejected('not-the-requester', { partner: by })),
  ({ takeover, step }) => accepted(casusEvent('TakeoverWithdrawn', { takeover: takeover.id, step: step.id })),
);
