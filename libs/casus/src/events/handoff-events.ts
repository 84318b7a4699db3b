import * as v from 'valibot';
import { day, event, id, override, text, toldBy } from '#casus/events/event-schema';
import { HANDOFF_KINDS, REFUSAL_REASONS } from '#casus/vocabulary';

const handoff = { handoff: id, step: id };
const takeover = { takeover: id, step: id };

/** Events of handoffs (the push form) and takeovers (the pull form). Ownership moves on accept and on grant. */
export const handoffEvents = {
  HandoffOffered: event(1, {
    ...handoff,
    from: id,
    to: id,
    kind: v.picklist(HANDOFF_KINDS),
    answerBy: v.optional(day),
    expiresOn: v.optional(day),
    previous: v.optional(id),
    parent: v.optional(id),
    override,
  }),
  HandoffSeen: event(1, { ...handoff, toldBy }),
  HandoffAccepted: event(1, { ...handoff, from: id, to: id, toldBy, override }),
  HandoffDeclined: event(1, {
    ...handoff,
    from: id,
    to: id,
    reason: v.picklist(REFUSAL_REASONS),
    rightDesk: v.optional(id),
    note: v.optional(text),
    toldBy,
  }),
  HandoffWithdrawn: event(1, handoff),
  TakeoverRequested: event(1, { ...takeover, by: id, override }),
  TakeoverGranted: event(1, { ...takeover, from: id, to: id, override }),
  TakeoverRefused: event(1, { ...takeover, reason: text }),
  TakeoverWithdrawn: event(1, takeover),
};
