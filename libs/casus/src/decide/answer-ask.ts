import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onAsk, partnerAsked } from '#casus/decide/on-ask';
import { casusEvent } from '#casus/events/casus-event';

/** The partner asked answers. */
export const answerAsk: Decide<'answer-ask'> = onAsk(partnerAsked, ({ answer, toldBy }, { id, step }) =>
  accepted(casusEvent('AskAnswered', { ask: id, step, answer, toldBy })),
);
