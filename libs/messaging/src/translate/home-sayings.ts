import type { Home } from '#homes/home';
import type { HomeFact } from '#homes/home-fact';
import { breaksFrom } from '#homes/offer-days';
import type { PublicDataOf, PublicName } from '#messaging/contract/public-events';

type HomeName = Extract<PublicName, `home.${string}`>;

/** What is said of a home. For whom it is kept is not among it: home and casus together are where somebody will live. */
export type HomeSaid = { [N in HomeName]: { readonly name: N; readonly data: PublicDataOf<N> } }[HomeName];

function factSaid({ type, data, occurredAt }: HomeFact, landlord: string): readonly HomeSaid[] {
  const of = { occurredAt, landlord };
  switch (type) {
    case 'HomeRegistered':
      return [{ name: 'home.registered', data: { ...of, ...data.features, freeFrom: data.freeFrom } }];
    case 'HomeReserved':
      return [{ name: 'home.reserved', data: of }];
    case 'HomeReleased':
      return [{ name: 'home.released', data: of }];
    case 'HomeOffered':
      return [{ name: 'home.offered', data: { ...of, offer: data.offer, expiresOn: data.expiresOn } }];
    case 'HomeAccepted':
      return [{ name: 'home.accepted', data: { ...of, offer: data.offer } }];
    case 'HomeDeclined':
      return [{ name: 'home.declined', data: { ...of, offer: data.offer, by: data.by } }];
    case 'HomeOfferExpired':
      // Said by what became of the offer, whatever shows it.
      return [];
    case 'HomeLet':
      return [{ name: 'home.let', data: { ...of, from: data.from } }];
    case 'HomeFreed':
      return [{ name: 'home.freed', data: { ...of, freeFrom: data.freeFrom } }];
    case 'HomeWithdrawn':
      return [{ name: 'home.withdrawn', data: of }];
  }
}

/** That the offer before this fact has expired: by the note of it, or because the home went to another meanwhile. */
function expirySaid(before: Home | undefined, { offers, landlord }: Home): readonly HomeSaid[] {
  const [last] = offers.slice(-1);
  if (before?.status.is !== 'offered' || last?.outcome !== 'expired') return [];
  const { offer, expiresOn } = before.status;
  return [{ name: 'home.offer-expired', data: { occurredAt: breaksFrom(expiresOn), landlord, offer } }];
}

/** What one fact of a home says in public, by the home before and after it; in the order in which it happened. Pure. */
export const homeSaid = (fact: HomeFact, before: Home | undefined, after: Home): readonly HomeSaid[] => [
  ...expirySaid(before, after),
  ...factSaid(fact, after.landlord),
];
