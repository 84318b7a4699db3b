import * as v from 'valibot';
import { day, event, id, text, override, toldBy } from '#casus/events/event-schema';
import { REFUSAL_REASONS } from '#casus/vocabulary';

const ask = { ask: id, step: id };
const promise = { promise: id };

/** Events of asks (ownership stays) and promises. An ask about an open offer names the handoff. */
export const askAndPromiseEvents = {
  AskOpened: event(1, {
    ...ask,
    handoff: v.optional(id),
    from: id,
    to: id,
    what: text,
    answerBy: v.optional(day),
    toldBy,
    override,
  }),
  AskAnswered: event(1, { ...ask, answer: text, toldBy }),
  AskDeclined: event(1, {
    ...ask,
    reason: v.picklist(REFUSAL_REASONS),
    note: v.optional(text),
    toldBy,
  }),
  AskWithdrawn: event(1, ask),
  PromiseMade: event(1, { ...promise, promisedBy: id, to: id, what: text, due: day, toldBy }),
  PromiseConfirmed: event(1, promise),
  PromiseKept: event(1, { ...promise, toldBy }),
  PromiseRenegotiated: event(1, { ...promise, due: day, reason: v.optional(text), toldBy }),
  PromiseReleased: event(1, promise),
};
