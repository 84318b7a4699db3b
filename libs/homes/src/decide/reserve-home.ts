import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';

/** Keeps a home for one candidate that has no other. Of all who try at once, one gets it. */
export const reserveHome: DecideHome<'reserve-home'> = (command, home) =>
  ofHome(command, home, ['available'], () => {
    const { candidate, otherHome } = command;
    return otherHome === undefined
      ? accepted(homeEvent('HomeReserved', { candidate: { ...candidate } }))
      : homeRejected('candidate-has-home', { ...candidate, home: otherHome });
  });
