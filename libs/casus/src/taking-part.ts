import { askerOf, askState } from '#casus/asks';
import { hasBasis } from '#casus/bases';
import type { Casus } from '#casus/casus';
import { isOpenOffer } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import { hasEnded } from '#casus/step';

/** The work a partner has in a casus, by reference: what is open with it. */
export interface OpenWork {
  readonly steps: string[];
  readonly offers: string[];
  readonly asks: string[];
  readonly promises: string[];
}

/** What is open with a partner: steps not ended that it owns, offers to it, asks by or to it, promises by or to it. */
export function openWorkOf(casus: Casus, partner: string, at: Moment): OpenWork {
  const ids = (things: Iterable<{ id: string }>) => [...things].map(({ id }) => id);
  return {
    steps: ids([...casus.steps.values()].filter((step) => step.owner === partner && !hasEnded(step))),
    offers: ids([...casus.handoffs.values()].filter((offer) => offer.to === partner && isOpenOffer(offer, at))),
    asks: ids(
      [...casus.asks.values()].filter(
        (ask) => (ask.to === partner || askerOf(casus, ask) === partner) && askState(casus, ask, at) === 'open',
      ),
    ),
    promises: ids(
      [...casus.promises.values()].filter(
        ({ promisedBy, to, life }) => life === 'open' && (promisedBy === partner || to === partner),
      ),
    ),
  };
}

/** A partner takes part while it has a basis (or is the director's), owns a step not ended, or has an open offer or ask. */
export function takesPart(casus: Casus, partner: string, at: Moment): boolean {
  if (hasBasis(casus, partner, at.at)) return true;
  const { steps, offers, asks } = openWorkOf(casus, partner, at);
  return steps.length + offers.length + asks.length > 0;
}
