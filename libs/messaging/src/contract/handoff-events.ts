import * as v from 'valibot';
import { HANDOFF_KINDS, REFUSAL_REASONS } from '#casus/vocabulary';
import { category, day, partner, publicType, reference } from '#messaging/contract/form';

const handoff = { handoff: reference, step: reference, from: partner, to: partner };
/** Someone else recorded it for a partner that answered by phone. */
const told = { toldByPhone: v.boolean() };

/** The life of a handoff. The owner changes when it is accepted and at no other moment. */
export const handoffEvents = {
  'casus.handoff-offered': publicType(1, 'A step was offered to another partner.', {
    ...handoff,
    category,
    kind: v.picklist(HANDOFF_KINDS),
    answerBy: v.optional(day),
    expiresOn: v.optional(day),
    previous: v.optional(reference),
    target: v.optional(day),
    notBefore: v.optional(day),
  }),
  'casus.handoff-seen': publicType(1, 'The receiver saw an offer.', { ...handoff, ...told }),
  'casus.handoff-accepted': publicType(1, 'The receiver accepted an offer.', { ...handoff, ...told }),
  'casus.handoff-declined': publicType(1, 'The receiver declined an offer.', {
    ...handoff,
    ...told,
    reason: v.picklist(REFUSAL_REASONS),
    rightDesk: v.optional(partner),
  }),
  'casus.handoff-withdrawn': publicType(1, 'The sender withdrew an offer.', handoff),
  'casus.handoff-expired': publicType(1, 'An offer was not answered in time. `occurredAt` is when it lapsed.', handoff),
};
