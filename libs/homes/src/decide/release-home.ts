import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';

/** Gives up a reservation, or an accepted offer that does not come to a tenancy. The home is free again. */
export const releaseHome: DecideHome<'release-home'> = (command, home) =>
  ofHome(command, home, ['reserved', 'accepted'], ({ candidate }) =>
    accepted(homeEvent('HomeReleased', { candidate, reason: command.reason })),
  );
