import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';

/** A home is no longer to be let. Whoever it is kept for, or was offered to, is told first: release or decline. */
export const withdrawHome: DecideHome<'withdraw-home'> = (command, home) =>
  ofHome(command, home, ['available', 'let'], () => accepted(homeEvent('HomeWithdrawn', { reason: command.reason })));
