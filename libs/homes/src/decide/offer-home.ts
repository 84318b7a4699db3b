import { localDateOf } from '#calendar/local-date';
import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** Offers a reserved home to the candidate for whom it is kept. It can be answered until the end of `expiresOn`. */
export const offerHome: DecideHome<'offer-home'> = (command, home) =>
  ofHome(command, home, ['reserved'], ({ candidate }, { offers }) => {
    const { expiresOn, occurredAt, offer = `offer-${String(offers.length + 1)}` } = command;
    const today = localDateOf(occurredAt);
    if (expiresOn < today) return homeRejected('expires-before-today', { expiresOn, today });
    return accepted(homeEvent('HomeOffered', { candidate, offer, expiresOn }));
  });
