import { localDateOf } from '#calendar/local-date';
import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** The next number that is in the name of no offer yet, also of none that was named by hand. */
function freeName(used: ReadonlySet<string>): string {
  let number = used.size + 1;
  while (used.has(`offer-${number}`)) number += 1;
  return `offer-${number}`;
}

/** Offers a reserved home to the candidate for whom it is kept. It can be answered until the end of `expiresOn`. */
export const offerHome: DecideHome<'offer-home'> = (command, home) =>
  ofHome(command, home, ['reserved'], ({ candidate }, { offers }) => {
    // An answer that comes late must find its own offer or none.
    const used = new Set(offers.map((past) => past.offer));
    const { expiresOn, occurredAt, offer = freeName(used) } = command;
    const today = localDateOf(occurredAt);
    if (expiresOn < today) return homeRejected('expires-before-today', { expiresOn, today });
    if (used.has(offer)) return homeRejected('offer-exists', { offer });
    return accepted(homeEvent('HomeOffered', { candidate, offer, expiresOn }));
  });
