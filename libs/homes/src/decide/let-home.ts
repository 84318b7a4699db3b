import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';

/** The tenancy begins: what was accepted is let. */
export const letHome: DecideHome<'let-home'> = (command, home) =>
  ofHome(command, home, ['accepted'], ({ candidate }) =>
    accepted(homeEvent('HomeLet', { candidate, from: command.from })),
  );
