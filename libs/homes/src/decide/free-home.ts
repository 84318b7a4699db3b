import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';

/** A home that was let, or withdrawn, is to be let again. */
export const freeHome: DecideHome<'free-home'> = (command, home) =>
  ofHome(command, home, ['let', 'withdrawn'], () => accepted(homeEvent('HomeFreed', { freeFrom: command.freeFrom })));
