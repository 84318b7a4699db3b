import { accepted } from '#event-sourcing/decider';
import { timesRefused, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** Enters a home of the acting housing corporation; it is to be let from `freeFrom` on. */
export const registerHome: DecideHome<'register-home'> = (command, home) => {
  const badTimes = timesRefused(command);
  if (badTimes) return badTimes;
  if (home) return homeRejected('home-exists', { home: home.id });
  const { features, freeFrom, actor } = command;
  return accepted(homeEvent('HomeRegistered', { landlord: actor.partner, features: { ...features }, freeFrom }));
};
