import type { Fact } from '#casus/fact';
import type { Dealing, DealingKind } from '#read-models/dealings/dealing';
import type { Interval } from '#read-models/intervals/course';

const keyOf = (kind: DealingKind, thing: string): string => `${kind} ${thing}`;

const NOTHING_YET = { step: null, handoff: null, endedAt: null, reason: null, due: null, renegotiated: 0 } as const;

/** The dealing that a fact begins, if any. */
export function begun(fact: Fact): readonly Dealing[] {
  const beganAt = fact.occurredAt;
  switch (fact.type) {
    case 'AskOpened': {
      const { ask, step, handoff = null, from, to } = fact.data;
      const asked = { ...NOTHING_YET, step, handoff, from, to, beganAt };
      return [{ ...asked, key: keyOf('ask', ask), kind: 'ask', thing: ask, life: 'open' }];
    }
    case 'PromiseMade': {
      const { promise, promisedBy: from, to, due } = fact.data;
      const made = { ...NOTHING_YET, from, to, due, beganAt };
      return [{ ...made, key: keyOf('promise', promise), kind: 'promise', thing: promise, life: 'open' }];
    }
    case 'StepReturned': {
      const { step, from, to, reason } = fact.data;
      const over = { ...NOTHING_YET, step, from, to, reason, beganAt, endedAt: beganAt };
      // The same step may be given back more than once.
      return [{ ...over, key: `return ${fact.revision}`, kind: 'return', thing: step, life: 'returned' }];
    }
    default:
      return [];
  }
}

/** What a fact makes of a dealing that had begun. Throws when it never began: then the stream is broken. */
export function changed(fact: Fact, dealings: ReadonlyMap<string, Interval<Dealing>>): readonly Dealing[] {
  const endedAt = fact.occurredAt;
  const now = (
    kind: DealingKind,
    thing: string,
    change: (dealing: Dealing) => Partial<Dealing>,
  ): readonly Dealing[] => {
    const key = keyOf(kind, thing);
    const before = dealings.get(key)?.value;
    if (!before) throw new Error(`${fact.type} at revision ${fact.revision} is about ${key}, which never began`);
    return [{ ...before, ...change(before) }];
  };
  switch (fact.type) {
    case 'AskAnswered':
      return now('ask', fact.data.ask, () => ({ life: 'answered', endedAt }));
    case 'AskDeclined': {
      const { ask, reason } = fact.data;
      return now('ask', ask, () => ({ life: 'declined', endedAt, reason }));
    }
    case 'AskWithdrawn':
      return now('ask', fact.data.ask, () => ({ life: 'withdrawn', endedAt }));
    case 'PromiseKept':
      return now('promise', fact.data.promise, () => ({ life: 'kept', endedAt }));
    case 'PromiseReleased':
      return now('promise', fact.data.promise, () => ({ life: 'released', endedAt }));
    case 'PromiseRenegotiated': {
      const { promise, due } = fact.data;
      return now('promise', promise, ({ renegotiated }) => ({ due, renegotiated: renegotiated + 1 }));
    }
    default:
      return [];
  }
}
