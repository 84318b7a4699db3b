import { accepted } from '#event-sourcing/decider';
import type { Ask } from '#casus/ask';
import { askerOf } from '#casus/asks';
import type { Decide, Refusal } from '#casus/decide/decide';
import { onAsk } from '#casus/decide/on-ask';
import { inPlaceOf, isDirector, type Attempt } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

const asker = (attempt: Attempt, ask: Ask): Refusal => {
  const partner = askerOf(attempt.casus, ask);
  return attempt.actor.partner === partner || isDirector(attempt) ? undefined : rejected('not-the-asker', { partner });
};

/** The asker no longer needs the answer; the director may say so too. */
export const withdrawAsk: Decide<'withdraw-ask'> = onAsk(asker, ({ actor }, ask, casus) =>
  accepted({
    ...casusEvent('AskWithdrawn', { ask: ask.id, step: ask.step }),
    ...inPlaceOf(actor, askerOf(casus, ask)),
  }),
);
