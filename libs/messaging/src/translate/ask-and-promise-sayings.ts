import type { askAndPromiseEvents } from '#casus/events/ask-and-promise-events';
import type { Fact } from '#casus/fact';
import type { PublicName } from '#messaging/contract/public-events';
import { say, type Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';
import { concernsStep, stepPath } from '#messaging/translate/step-sayings';

/** Who asked whom about what. Throws when the log has no such ask. */
function askOf({ after }: Scene, id: string) {
  const ask = after.casus?.asks.get(id);
  if (!ask) throw new Error(`no ask ${id} in the casus`);
  const { step, handoff, from, to } = ask;
  const data = { ask: id, step, from, to, ...(handoff !== undefined && { handoff }) };
  return { data, concerns: concernsStep(step, from, to), below: { path: stepPath(step) } };
}

type PromiseName = Extract<PublicName, `casus.promise-${string}`>;

/** Says something of a promise, as it stands after the event. Throws when the log has no such promise. */
export function sayOfPromise(name: PromiseName, id: string, occurredAt: string, { after }: Scene): readonly Said[] {
  const promise = after.casus?.promises.get(id);
  if (!promise) throw new Error(`no promise ${id} in the casus`);
  const { promisedBy, to, due } = promise;
  return [say(name, { occurredAt, promise: id, promisedBy, to, due }, { what: 'promise', parties: [promisedBy, to] })];
}

type Sayings = { readonly [T in keyof typeof askAndPromiseEvents]: (fact: Fact<T>, scene: Scene) => readonly Said[] };

/** What the events of asks and promises say in public. */
export const ASK_AND_PROMISE_SAYINGS: Sayings = {
  AskOpened: ({ data: { ask, answerBy }, occurredAt }, scene) => {
    const { data, concerns, below } = askOf(scene, ask);
    const opened = { occurredAt, ...data, ...(answerBy !== undefined && { answerBy }) };
    return [say('casus.ask-opened', opened, concerns, below)];
  },
  AskAnswered: ({ data: { ask }, occurredAt }, scene) => {
    const { data, concerns, below } = askOf(scene, ask);
    return [say('casus.ask-answered', { occurredAt, ...data }, concerns, below)];
  },
  AskDeclined: ({ data: { ask, reason }, occurredAt }, scene) => {
    const { data, concerns, below } = askOf(scene, ask);
    return [say('casus.ask-declined', { occurredAt, ...data, reason }, concerns, below)];
  },
  AskWithdrawn: ({ data: { ask }, occurredAt }, scene) => {
    const { data, concerns, below } = askOf(scene, ask);
    return [say('casus.ask-withdrawn', { occurredAt, ...data }, concerns, below)];
  },
  PromiseMade: ({ data, occurredAt }, scene) => sayOfPromise('casus.promise-made', data.promise, occurredAt, scene),
  PromiseConfirmed: ({ data, occurredAt }, scene) =>
    sayOfPromise('casus.promise-confirmed', data.promise, occurredAt, scene),
  PromiseKept: ({ data, occurredAt }, scene) => sayOfPromise('casus.promise-kept', data.promise, occurredAt, scene),
  PromiseRenegotiated: ({ data, occurredAt }, scene) =>
    sayOfPromise('casus.promise-renegotiated', data.promise, occurredAt, scene),
  PromiseReleased: ({ data, occurredAt }, scene) =>
    sayOfPromise('casus.promise-released', data.promise, occurredAt, scene),
};
