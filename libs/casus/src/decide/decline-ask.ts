import { accepted } from '#event-sourcing/decider';
import { noteWithOther } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onAsk, partnerAsked } from '#casus/decide/on-ask';
import { casusEvent } from '#casus/events/casus-event';

/** The partner asked does not answer, with a coded reason. */
export const declineAsk: Decide<'decline-ask'> = onAsk(
  partnerAsked,
  ({ reason, note, toldBy }, { id, step }) =>
    accepted(casusEvent('AskDeclined', { ask: id, step, reason, note, toldBy })),
  noteWithOther,
);
