import * as v from 'valibot';
import { DECIDING_SIDES } from '#homes/home-vocabulary';
import { day, partner, publicType, reference } from '#messaging/contract/form';

const home = { landlord: partner };
const offer = { ...home, offer: reference };
const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** Homes, by their id as the subject. For whom they are, and why not, only the landlord may know: `dataref` says where. */
export const homeEvents = {
  'home.registered': publicType(1, 'A home is to be let.', {
    ...home,
    rooms: count,
    stepFree: v.boolean(),
    lift: v.boolean(),
    neighbourhood: reference,
    rentCents: count,
    freeFrom: day,
  }),
  'home.reserved': publicType(1, 'A home is kept for a candidate.', home),
  'home.released': publicType(1, 'A home is no longer kept for a candidate; it is free again.', home),
  'home.offered': publicType(1, 'A home was offered to the candidate for whom it is kept.', {
    ...offer,
    expiresOn: day,
  }),
  'home.accepted': publicType(1, 'The candidate takes the home that was offered.', offer),
  'home.declined': publicType(1, 'An offer was declined, by the candidate or the landlord; the home is free again.', {
    ...offer,
    by: v.picklist(DECIDING_SIDES),
  }),
  'home.offer-expired': publicType(
    1,
    'Nobody answered an offer in time; the home is free again. `occurredAt` is when it lapsed.',
    offer,
  ),
  'home.let': publicType(1, 'A home was let.', { ...home, from: day }),
  'home.freed': publicType(1, 'A home that was let, or withdrawn, is to be let again.', { ...home, freeFrom: day }),
  'home.withdrawn': publicType(1, 'A home is no longer to be let.', home),
};
