import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onHandoff, sender } from '#casus/decide/on-handoff';
import { inPlaceOf } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The sender takes its offer back; always possible while it is open. */
export const withdrawHandoff: Decide<'withdraw-handoff'> = onHandoff(sender, ({ command, handoff }) =>
  accepted({
    ...casusEvent('HandoffWithdrawn', { handoff: handoff.id, step: handoff.step }),
    ...inPlaceOf(command.actor, handoff.from),
  }),
);
