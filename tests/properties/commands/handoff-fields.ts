import type { CommandFields, ToldBy } from '#casus/commands';
import type { Draw } from '#tests/properties/commands/draw';
import { refusalOf, stepFor } from '#tests/properties/commands/step-fields';
import { openAsks, openOffers, openPromises, openTakeovers } from '#tests/properties/commands/targets';

const handoff = (draw: Draw) => draw.one(openOffers(draw.casus, draw.at), draw.casus.handoffs.keys());
const ask = (draw: Draw) => draw.one(openAsks(draw.casus, draw.at), draw.casus.asks.keys());
const takeover = (draw: Draw) => draw.one(openTakeovers(draw.casus), draw.casus.takeovers.keys());
const promise = (draw: Draw) => draw.one(openPromises(draw.casus), draw.casus.promises.keys());
const told = (draw: Draw): ToldBy | undefined => draw.perhaps(0.15, () => ({ name: 'balie', channel: 'telefoon' }));

type HandoffCommand =
  | 'offer-handoff'
  | 'see-handoff'
  | 'accept-handoff'
  | 'decline-handoff'
  | 'withdraw-handoff'
  | 'request-takeover'
  | 'grant-takeover'
  | 'refuse-takeover'
  | 'withdraw-takeover'
  | 'ask'
  | 'answer-ask'
  | 'decline-ask'
  | 'withdraw-ask'
  | 'make-promise'
  | 'confirm-promise'
  | 'keep-promise'
  | 'renegotiate-promise'
  | 'release-promise';

function askFields(draw: Draw): CommandFields['ask'] {
  const what = draw.text();
  const answerBy = draw.perhaps(0.2, () => draw.day(0, 6));
  const override = draw.override();
  if (openOffers(draw.casus, draw.at).length > 0 && draw.happens(0.5)) {
    const step = draw.odd() ? stepFor(draw, 'ask') : undefined;
    return {
      handoff: handoff(draw),
      step,
      to: draw.happens(0.12) ? draw.partner() : undefined,
      what,
      answerBy,
      override,
      toldBy: told(draw),
    };
  }
  const to = draw.odd() ? undefined : draw.insider();
  const toldBy = draw.odd() ? told(draw) : undefined;
  return { ask: draw.perhaps(0.1, () => 'V1'), step: stepFor(draw, 'ask'), to, what, answerBy, override, toldBy };
}

/** Random fields of the commands on handoffs, takeover requests, asks and promises. */
export const HANDOFF_FIELDS: { readonly [N in HandoffCommand]: (draw: Draw) => CommandFields[N] } = {
  'offer-handoff': (draw) => ({
    step: stepFor(draw, 'offer-handoff'),
    handoff: draw.perhaps(0.15, () => draw.pick(['O1', 'O2', 'O3', 'H2'])),
    to: draw.insider(),
    kind: draw.pick(['warm', 'written']),
    answerBy: draw.perhaps(0.2, () => draw.day(0, 5)),
    expiresOn: draw.perhaps(0.4, () => draw.day(0, 8)),
    previous: draw.perhaps(0.08, () => draw.one([...draw.casus.handoffs.keys()], [])),
    override: draw.override(),
  }),
  'see-handoff': (draw) => ({ handoff: handoff(draw), toldBy: told(draw) }),
  'accept-handoff': (draw) => ({ handoff: handoff(draw), toldBy: told(draw), override: draw.override() }),
  'decline-handoff': (draw) => {
    const refusal = refusalOf(draw);
    const rightDesk = refusal.reason === 'wrong-desk' || draw.odd() ? draw.partner() : undefined;
    return { handoff: handoff(draw), toldBy: told(draw), rightDesk, ...refusal };
  },
  'withdraw-handoff': (draw) => ({ handoff: handoff(draw) }),
  'request-takeover': (draw) => ({
    step: stepFor(draw, 'request-takeover'),
    takeover: draw.perhaps(0.1, () => 'N1'),
    override: draw.override(),
  }),
  'grant-takeover': (draw) => ({ takeover: takeover(draw), override: draw.override() }),
  'refuse-takeover': (draw) => ({ takeover: takeover(draw), reason: draw.text() }),
  'withdraw-takeover': (draw) => ({ takeover: takeover(draw) }),
  ask: askFields,
  'answer-ask': (draw) => ({ ask: ask(draw), answer: draw.text(), toldBy: told(draw) }),
  'decline-ask': (draw) => ({ ask: ask(draw), toldBy: told(draw), ...refusalOf(draw) }),
  'withdraw-ask': (draw) => ({ ask: ask(draw) }),
  'make-promise': (draw) => ({
    promise: draw.perhaps(0.1, () => 'B1'),
    promisedBy: draw.insider(),
    to: draw.insider(),
    what: draw.text(),
    due: draw.day(0, 30),
    toldBy: draw.perhaps(0.4, () => ({ name: 'balie', channel: 'telefoon' })),
  }),
  'confirm-promise': (draw) => ({ promise: promise(draw) }),
  'keep-promise': (draw) => ({ promise: promise(draw), toldBy: told(draw) }),
  'renegotiate-promise': (draw) => ({ promise: promise(draw), due: draw.day(0, 30), toldBy: told(draw) }),
  'release-promise': (draw) => ({ promise: promise(draw) }),
};
