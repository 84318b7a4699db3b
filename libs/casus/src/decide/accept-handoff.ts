import { accepted } from '#event-sourcing/decider';
import { needsBasis } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onHandoff, receiver } from '#casus/decide/on-handoff';
import { casusEvent } from '#casus/events/casus-event';

/** The receiver becomes the owner, at this moment and no other. */
export const acceptHandoff: Decide<'accept-handoff'> = onHandoff(receiver, ({ command, casus, handoff }) => {
  const { toldBy, override, occurredAt } = command;
  const { id, step, from, to } = handoff;
  return (
    needsBasis(casus, to, occurredAt, override) ??
    accepted(casusEvent('HandoffAccepted', { handoff: id, step, from, to, toldBy, override }))
  );
});
