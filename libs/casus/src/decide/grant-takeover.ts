import { accepted } from '#event-sourcing/decider';
import { refusal } from '#casus/allowed';
import { needsBasis } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { answerer, onTakeover } from '#casus/decide/on-takeover';
import { inPlaceOf } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** The owner gives the step to the partner that requested it, which becomes the owner. */
export const grantTakeover: Decide<'grant-takeover'> = onTakeover(
  answerer,
  ({ command, casus, takeover, step, at }) => {
    const { override, actor, occurredAt } = command;
    const granted = { takeover: takeover.id, step: step.id, from: step.owner, to: takeover.by, override };
    return (
      refusal(casus, step, 'grant-takeover', at) ??
      needsBasis(casus, takeover.by, occurredAt, override) ??
      accepted({ ...casusEvent('TakeoverGranted', granted), ...inPlaceOf(actor, step.owner) })
    );
  },
);
