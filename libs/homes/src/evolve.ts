import type { Home, HomeStatus, PastOffer } from '#homes/home';
import type { HomeFact } from '#homes/home-fact';

const registered = ({ home, data, occurredAt }: HomeFact<'HomeRegistered'>): Home => ({
  id: home,
  landlord: data.landlord,
  features: data.features,
  freeFrom: data.freeFrom,
  status: { is: 'available' },
  offers: [],
  latest: occurredAt,
});

type Changing = Exclude<HomeFact, HomeFact<'HomeRegistered'>>;

function statusAfter({ type, data, occurredAt: since }: Changing): HomeStatus {
  switch (type) {
    case 'HomeReserved':
      return { is: 'reserved', ...data, since };
    case 'HomeOffered':
      return { is: 'offered', ...data, since };
    case 'HomeAccepted':
      return { is: 'accepted', ...data, since };
    case 'HomeLet':
      return { is: 'let', ...data };
    case 'HomeWithdrawn':
      return { is: 'withdrawn', since };
    case 'HomeReleased':
    case 'HomeDeclined':
    case 'HomeOfferExpired':
    case 'HomeFreed':
      return { is: 'available' };
  }
}

/** What became of an open offer by the fact after it. Whatever is no answer can only follow when it has expired. */
function outcomeOf(fact: Changing): PastOffer['outcome'] {
  if (fact.type === 'HomeAccepted') return 'accepted';
  if (fact.type === 'HomeDeclined') return `declined-by-${fact.data.by}`;
  return 'expired';
}

function offersAfter({ status, offers }: Home, fact: Changing): readonly PastOffer[] {
  if (status.is !== 'offered') return offers;
  const { offer, candidate } = status;
  return [...offers, { offer, candidate, outcome: outcomeOf(fact) }];
}

/** The home after one more fact. Throws when the first fact is not its registration. */
export function evolveHome(before: Home | undefined, fact: HomeFact): Home {
  if (fact.type === 'HomeRegistered') return registered(fact);
  if (!before) throw new Error(`${fact.home}@${fact.revision}: ${fact.type} before the home was registered`);
  return {
    ...before,
    status: statusAfter(fact),
    offers: offersAfter(before, fact),
    freeFrom: fact.type === 'HomeFreed' ? fact.data.freeFrom : before.freeFrom,
    latest: fact.occurredAt,
  };
}
