import type { Decider } from '#event-sourcing/decider';
import { acceptHome } from '#homes/decide/accept-home';
import type { DecideHome } from '#homes/decide/decide';
import { declineHome } from '#homes/decide/decline-home';
import { freeHome } from '#homes/decide/free-home';
import { letHome } from '#homes/decide/let-home';
import { noteOfferExpired } from '#homes/decide/note-offer-expired';
import { offerHome } from '#homes/decide/offer-home';
import { registerHome } from '#homes/decide/register-home';
import { releaseHome } from '#homes/decide/release-home';
import { reserveHome } from '#homes/decide/reserve-home';
import { withdrawHome } from '#homes/decide/withdraw-home';
import { evolveHome } from '#homes/evolve';
import type { Home } from '#homes/home';
import type { HomeCommand, HomeCommandName } from '#homes/home-commands';
import type { HomeEvent } from '#homes/home-events';
import type { HomeFact } from '#homes/home-fact';
import type { HomeRejection } from '#homes/home-rejection';

/** Every command about a home and its rule. */
export const homeCommands: { readonly [N in HomeCommandName]: DecideHome<N> } = {
  'register-home': registerHome,
  'reserve-home': reserveHome,
  'release-home': releaseHome,
  'offer-home': offerHome,
  'accept-home': acceptHome,
  'decline-home': declineHome,
  'note-offer-expired': noteOfferExpired,
  'let-home': letHome,
  'free-home': freeHome,
  'withdraw-home': withdrawHome,
};

const decideAs = <N extends HomeCommandName>(name: N, command: HomeCommand<N>, home: Home | undefined) =>
  homeCommands[name](command, home);

/** The rules of the stream `home-<id>`. The state is undefined until the home is registered. */
export const homeDecider: Decider<HomeCommand, Home | undefined, HomeFact, HomeEvent, HomeRejection> = {
  initialState: undefined,
  evolve: evolveHome,
  decide: (command, home) => decideAs(command.do, command, home),
};
