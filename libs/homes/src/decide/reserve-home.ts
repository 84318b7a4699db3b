import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';

/** Keeps a home for one candidate. Of all who try at once, one gets it. */
export const reserveHome: DecideHome<'reserve-home'> = (command, home) =>
  ofHome(command, home, ['available'], () =>
    accepted(homeEvent('HomeReserved', { candidate: { ...command.candidate } })),
  );
