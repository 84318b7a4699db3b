import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** Nobody answered an offer until the end of `expiresOn`: noted for whoever listens, for the home is free without it. */
export const noteOfferExpired: DecideHome<'note-offer-expired'> = (command, home) =>
  ofHome(command, home, ['available'], (_, { status }) =>
    status.is === 'offered' && status.offer === command.offer
      ? accepted(homeEvent('HomeOfferExpired', { candidate: status.candidate, offer: status.offer }))
      : homeRejected('offer-not-open', { offer: command.offer }),
  );
