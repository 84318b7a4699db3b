import type { Casus } from '#casus/casus';
import type { CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';
import type { Acquisition, Step } from '#casus/step';

/** What a fact of one type does to a casus. */
export type Evolve<T extends CasusEventType> = (casus: Casus, fact: Fact<T>) => Casus;

/** A map with one entry set; the order of keys is that of their first setting. */
export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value);

/** A map whose matching values are changed. */
export function withEach<K, V>(
  map: ReadonlyMap<K, V>,
  matches: (value: V) => boolean,
  change: (value: V) => V,
): ReadonlyMap<K, V> {
  let result = map;
  for (const [key, value] of map) if (matches(value)) result = withEntry(result, key, change(value));
  return result;
}

/** The entry of a map that a fact speaks of. A fact about a thing without beginning is a broken stream: it throws. */
export function known<V>(map: ReadonlyMap<string, V>, key: string, fact: Fact): V {
  const value = map.get(key);
  if (value === undefined)
    throw new Error(`${fact.type} at revision ${fact.revision} is about ${key}, which never began`);
  return value;
}

/** The casus with some of a step changed. */
export function changeStep(casus: Casus, id: string, fact: Fact, change: (step: Step) => Partial<Step>): Casus {
  const step = known(casus.steps, id, fact);
  return { ...casus, steps: withEntry(casus.steps, id, { ...step, ...change(step) }) };
}

/** A new owner: the claim goes, a waiting ends, takeover requests lapse. Asks about the step stay. */
export function changeOwner(
  casus: Casus,
  id: string,
  fact: Fact,
  next: { owner: string; acquired: Acquisition; rerouting: boolean },
): Casus {
  const changed = changeStep(casus, id, fact, ({ ownership, acquisitions }) => ({
    ...next,
    acquisitions: [...acquisitions, next.acquired],
    ownership: ownership + 1,
    claimedBy: undefined,
    claimedAt: undefined,
    waiting: undefined,
    lastOffer: undefined,
  }));
  return lapseTakeovers(changed, id);
}

const lapseTakeovers = (casus: Casus, step: string): Casus => ({
  ...casus,
  takeovers: withEach(
    casus.takeovers,
    (takeover) => takeover.step === step && takeover.life === 'open',
    (takeover) => ({ ...takeover, life: 'lapsed' }),
  ),
});

/** What ends with a step: its asks, its takeover requests, a waiting. */
export function endStep(casus: Casus, id: string, fact: Fact, life: 'done' | 'cancelled'): Casus {
  const ended = changeStep(casus, id, fact, () => ({
    life: { is: life, at: fact.occurredAt },
    waiting: undefined,
    lastOffer: undefined,
    rerouting: false,
  }));
  return lapseTakeovers(
    closeAsks(ended, fact, (ask) => ask.step === id),
    id,
  );
}

/** Closes the open asks that match. */
export const closeAsks = (
  casus: Casus,
  fact: Fact,
  matches: (ask: { step: string; handoff?: string | undefined }) => boolean,
): Casus => ({
  ...casus,
  asks: withEach(
    casus.asks,
    (ask) => ask.life === 'open' && matches(ask),
    (ask) => ({ ...ask, life: 'closed', endedAt: fact.occurredAt }),
  ),
});
