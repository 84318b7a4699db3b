import type { Ask, AskLife } from '#casus/ask';
import type { Casus } from '#casus/casus';
import { openOffer } from '#casus/allowed';
import type { Moment } from '#casus/moment';

/** The state of an ask at a moment: one about an offer closes when the offer does, by expiry too. */
export function askState(casus: Casus, ask: Ask, at: Moment): AskLife {
  if (ask.life !== 'open' || ask.handoff === undefined) return ask.life;
  const step = casus.steps.get(ask.step);
  return step && openOffer(casus, step, at)?.id === ask.handoff ? 'open' : 'closed';
}

/** The open asks about a step itself, oldest first. */
export const openAsksAboutStep = (casus: Casus, step: string): Ask[] =>
  [...casus.asks.values()].filter((ask) => ask.step === step && ask.handoff === undefined && ask.life === 'open');

/** The open ask about an open offer, if any. */
export const openAskAboutOffer = (casus: Casus, handoff: string, at: Moment): Ask | undefined =>
  [...casus.asks.values()].find((ask) => ask.handoff === handoff && askState(casus, ask, at) === 'open');

/** The asker: of an ask about a step whoever owns the step now, of one about an offer its receiver. */
export const askerOf = (casus: Casus, ask: Ask): string =>
  ask.handoff === undefined ? (casus.steps.get(ask.step)?.owner ?? ask.from) : ask.from;
