import type { CasusEvent } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';
import { must } from '#tests/properties/broken';
import { expiryOf } from '#tests/properties/model/step-story';

/** The thing that a fact begins, by kind and reference. */
function begunBy({ type, data }: CasusEvent): string | undefined {
  switch (type) {
    case 'StepPlanned':
      return `step ${data.step}`;
    case 'HandoffOffered':
      return `handoff ${data.handoff}`;
    case 'AskOpened':
      return `ask ${data.ask}`;
    case 'TakeoverRequested':
      return `takeover ${data.takeover}`;
    case 'PromiseMade':
      return `promise ${data.promise}`;
    case 'ResidentAdded':
      return `resident ${data.ref}`;
    default:
      return undefined;
  }
}

/** The thing that a fact ends for good. */
function endedBy({ type, data }: CasusEvent): string | undefined {
  switch (type) {
    case 'HandoffAccepted':
    case 'HandoffDeclined':
    case 'HandoffWithdrawn':
      return `handoff ${data.handoff}`;
    case 'AskAnswered':
    case 'AskDeclined':
    case 'AskWithdrawn':
      return `ask ${data.ask}`;
    case 'TakeoverGranted':
    case 'TakeoverRefused':
    case 'TakeoverWithdrawn':
      return `takeover ${data.takeover}`;
    case 'PromiseKept':
    case 'PromiseReleased':
      return `promise ${data.promise}`;
    case 'ResidentEnded':
      return `resident ${data.ref}`;
    default:
      return undefined;
  }
}

/** In the order of recording: a reference is given once, what ends has begun and ends once, and no offer is answered once it has expired. */
export function checkThings(recorded: readonly Fact[]): void {
  const begun = new Set<string>();
  const ended = new Set<string>();
  const expiries = new Map<string, string>();
  for (const fact of recorded) {
    const [beginning, ending] = [begunBy(fact), endedBy(fact)];
    if (beginning !== undefined) {
      must(!begun.has(beginning), 'a reference is given once', () => beginning);
      begun.add(beginning);
    }
    if (ending !== undefined) {
      must(!ended.has(ending), 'what has ended does not end again', () => `${fact.type} of ${ending}`);
      ended.add(ending);
    }
    const expiry = fact.type === 'HandoffOffered' ? expiryOf(fact) : undefined;
    if (beginning !== undefined && expiry !== undefined) expiries.set(beginning, expiry);
    const expired = ending === undefined ? undefined : expiries.get(ending);
    must(
      expired === undefined || fact.recordedAt < expired,
      'an offer is not answered once it has expired',
      () => `${fact.type} recorded ${fact.recordedAt}, expired ${String(expired)}`,
    );
  }
}
