import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { answerer, onTakeover } from '#casus/decide/on-takeover';
import { inPlaceOf } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The owner keeps the step, with the reason. */
export const refuseTakeover: Decide<'refuse-takeover'> = onTakeover(answerer, ({ command, takeover, step }) =>
  accepted({
    ...casusEvent('TakeoverRefused', { takeover: takeover.id, step: step.id, reason: command.reason }),
    ...inPlaceOf(command.actor, step.owner),
  }),
);
