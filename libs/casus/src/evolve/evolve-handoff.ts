import { dayAfter, startOfDay } from '#calendar/local-date';
import type { Casus, Takeover } from '#casus/casus';
import type { handoffEvents } from '#casus/events/handoff-events';
import { changeOwner, changeStep, closeAsks, known, withEntry, type Evolve } from '#casus/evolve/change';
import type { Fact } from '#casus/fact';
import type { HandoffLife } from '#casus/handoff';

type AnswerFact = Fact<'HandoffSeen' | 'HandoffAccepted' | 'HandoffDeclined' | 'HandoffWithdrawn'>;

const withLife = (casus: Casus, fact: AnswerFact, life: HandoffLife): Casus => ({
  ...casus,
  handoffs: withEntry(casus.handoffs, fact.data.handoff, {
    ...known(casus.handoffs, fact.data.handoff, fact),
    life,
  }),
});

/** An offer that is answered or withdrawn closes the ask about it. */
const ended = (casus: Casus, fact: AnswerFact, life: HandoffLife): Casus =>
  closeAsks(withLife(casus, fact, life), fact, (ask) => ask.handoff === fact.data.handoff);

/** The sender keeps the step and has to find another way. */
const refused = (casus: Casus, fact: AnswerFact, life: HandoffLife): Casus =>
  changeStep(ended(casus, fact, life), fact.data.step, fact, () => ({ rerouting: true, lastOffer: undefined }));

const takeoverEnds = (
  casus: Casus,
  fact: Fact<'TakeoverGranted' | 'TakeoverRefused' | 'TakeoverWithdrawn'>,
  life: Takeover['life'],
): Casus => ({
  ...casus,
  takeovers: withEntry(casus.takeovers, fact.data.takeover, {
    ...known(casus.takeovers, fact.data.takeover, fact),
    life,
  }),
});

/** What the events of handoffs and takeovers do to the casus. */
export const EVOLVE_HANDOFF: { [T in keyof typeof handoffEvents]: Evolve<T> } = {
  HandoffOffered: (casus, fact) =>
    changeStep(
      {
        ...casus,
        handoffs: withEntry(casus.handoffs, fact.data.handoff, {
          id: fact.data.handoff,
          step: fact.data.step,
          from: fact.data.from,
          to: fact.data.to,
          kind: fact.data.kind,
          offeredAt: fact.occurredAt,
          answerBy: fact.data.answerBy,
          expiresOn: fact.data.expiresOn,
          expiresAt: fact.data.expiresOn && startOfDay(dayAfter(fact.data.expiresOn)),
          previous: fact.data.previous,
          parent: fact.data.parent,
          life: { is: 'offered' },
        }),
      },
      fact.data.step,
      fact,
      () => ({ lastOffer: fact.data.handoff, rerouting: false }),
    ),
  HandoffSeen: (casus, fact) => withLife(casus, fact, { is: 'seen', at: fact.occurredAt }),
  HandoffAccepted: (casus, fact) =>
    changeOwner(ended(casus, fact, { is: 'accepted', at: fact.occurredAt }), fact.data.step, fact, {
      owner: fact.data.to,
      acquired: { by: 'handoff', at: fact.occurredAt, handoff: fact.data.handoff, from: fact.data.from },
      rerouting: false,
    }),
  HandoffDeclined: (casus, fact) =>
    refused(casus, fact, { is: 'declined', at: fact.occurredAt, reason: fact.data.reason }),
  HandoffWithdrawn: (casus, fact) => refused(casus, fact, { is: 'withdrawn', at: fact.occurredAt }),
  TakeoverRequested: (casus, { data, occurredAt }) => ({
    ...casus,
    takeovers: withEntry(casus.takeovers, data.takeover, {
      id: data.takeover,
      step: data.step,
      by: data.by,
      requestedAt: occurredAt,
      life: 'open',
    }),
  }),
  TakeoverGranted: (casus, fact) =>
    changeOwner(takeoverEnds(casus, fact, 'granted'), fact.data.step, fact, {
      owner: fact.data.to,
      acquired: { by: 'takeover', at: fact.occurredAt },
      rerouting: false,
    }),
  TakeoverRefused: (casus, fact) => takeoverEnds(casus, fact, 'refused'),
  TakeoverWithdrawn: (casus, fact) => takeoverEnds(casus, fact, 'withdrawn'),
};
