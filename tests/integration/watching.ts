import type { Watcher } from '#apps/watch/src/watcher';
import { stallsAt } from '#casus/standings';
import { watchDecider, type Watch } from '#casus/watch/watch-decider';
import { readWatchFact, type WatchFact } from '#casus/watch/watch-fact';
import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { NO_PARTNERS } from '#partners/partners-over-time';
import { histories } from '#tests/integration/read-session';

/** What silences a watch in a specification. */
export const silent = { error: () => undefined, warn: () => undefined };

/** A clock that stands where it is put. */
export function handClock(start: Instant) {
  let time = start;
  return { now: () => time, put: (at: Instant) => (time = at) };
}

/** What a watch wrote, in the order of the log. */
export async function written(store: EventStore): Promise<readonly WatchFact[]> {
  const { events } = await store.readAll({ after: BEGINNING, limit: 100_000, categories: ['watch'] });
  return events.map(readWatchFact);
}

/** What is on record of each casus. */
function records(facts: readonly WatchFact[]): ReadonlyMap<string, Watch> {
  const all = new Map<string, Watch>();
  for (const fact of facts) {
    all.set(fact.casus, watchDecider.evolve(all.get(fact.casus) ?? watchDecider.initialState, fact));
  }
  return all;
}

const spans = (stalls: Iterable<{ pattern: string; about: string; since: Instant; until: Instant | null } | null>) =>
  [...stalls].flatMap((stall) =>
    stall ? [`${stall.pattern} ${stall.about} ${stall.since}..${stall.until ?? ''}`] : [],
  );

/** What is on record must be what follows from all that is known. */
export async function thenAllIsOnRecord(store: EventStore, at: Instant): Promise<void> {
  const onRecord = records(await written(store));
  for (const [stream, history] of await histories(store)) {
    const found = spans((onRecord.get(stream.slice('casus-'.length))?.stalls ?? new Map()).values()).sort();
    expect({ stream, found }).toEqual({ stream, found: spans(stallsAt(history, at, undefined, NO_PARTNERS)).sort() });
  }
}

/** Nothing is recorded twice. */
export function thenEachOnce(facts: readonly WatchFact[]): void {
  const once = facts.flatMap((fact) => {
    if (fact.type === 'StallBegan') return [`began ${fact.data.stall}`];
    if (fact.type === 'OfferExpired') return [`expired ${fact.casus} ${fact.data.handoff}`];
    return fact.type === 'Escalated' ? [`${fact.data.of} ${fact.data.level}`] : [];
  });
  expect(once.length).toBeGreaterThan(0);
  expect(once.filter((text, place) => once.indexOf(text) !== place)).toEqual([]);
}

export async function round(watch: Watcher): Promise<void> {
  await watch.readOn();
  await watch.wake();
}
