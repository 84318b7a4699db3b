import type { Ask, AskLife } from '#casus/ask';
import type { Casus, CasusPromise } from '#casus/casus';
import type { askAndPromiseEvents } from '#casus/events/ask-and-promise-events';
import { known, withEntry, type Evolve } from '#casus/evolve/change';
import type { Fact } from '#casus/fact';

const askEnds = (casus: Casus, fact: Fact<'AskAnswered' | 'AskDeclined' | 'AskWithdrawn'>, life: AskLife): Casus => {
  const ask: Ask = { ...known(casus.asks, fact.data.ask, fact), life, endedAt: fact.occurredAt };
  return { ...casus, asks: withEntry(casus.asks, ask.id, ask) };
};

const changePromise = (
  casus: Casus,
  fact: Fact<'PromiseConfirmed' | 'PromiseKept' | 'PromiseRenegotiated' | 'PromiseReleased'>,
  change: Partial<CasusPromise>,
): Casus => {
  const promise: CasusPromise = { ...known(casus.promises, fact.data.promise, fact), ...change };
  return { ...casus, promises: withEntry(casus.promises, promise.id, promise) };
};

/** What the events of asks and promises do to the casus. */
export const EVOLVE_ASK: { [T in keyof typeof askAndPromiseEvents]: Evolve<T> } = {
  AskOpened: (casus, { data, occurredAt }) => ({
    ...casus,
    asks: withEntry(casus.asks, data.ask, {
      id: data.ask,
      step: data.step,
      handoff: data.handoff,
      from: data.from,
      to: data.to,
      askedAt: occurredAt,
      answerBy: data.answerBy,
      life: 'open',
    }),
  }),
  AskAnswered: (casus, fact) => askEnds(casus, fact, 'answered'),
  AskDeclined: (casus, fact) => askEnds(casus, fact, 'declined'),
  AskWithdrawn: (casus, fact) => askEnds(casus, fact, 'withdrawn'),
  PromiseMade: (casus, { data, occurredAt }) => ({
    ...casus,
    promises: withEntry(casus.promises, data.promise, {
      id: data.promise,
      promisedBy: data.promisedBy,
      to: data.to,
      due: data.due,
      madeAt: occurredAt,
      confirmation: data.toldBy ? 'unconfirmed' : 'not-needed',
      life: 'open',
    }),
  }),
  PromiseConfirmed: (casus, fact) => changePromise(casus, fact, { confirmation: 'confirmed' }),
  PromiseKept: (casus, fact) => changePromise(casus, fact, { life: 'kept' }),
  // The promiser's own word settles it; someone else's word waits for the promiser again.
  PromiseRenegotiated: (casus, fact) =>
    changePromise(casus, fact, {
      due: fact.data.due,
      confirmation: fact.data.toldBy ? 'unconfirmed' : 'confirmed',
    }),
  PromiseReleased: (casus, fact) => changePromise(casus, fact, { life: 'released' }),
};
