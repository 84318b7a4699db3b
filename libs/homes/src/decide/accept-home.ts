import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** The candidate takes the home that was offered. */
export const acceptHome: DecideHome<'accept-home'> = (command, home) =>
  ofHome(command, home, ['offered'], ({ candidate, offer }) =>
    command.offer === offer
      ? accepted(homeEvent('HomeAccepted', { candidate, offer }))
      : homeRejected('offer-not-open', { offer: command.offer, open: offer }),
  );
