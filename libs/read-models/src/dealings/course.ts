import { later, type Instant } from '#event-sourcing/instant';
import { askState } from '#casus/asks';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';
import { moment } from '#casus/moment';
import { begun, changed } from '#read-models/dealings/changes';
import type { Dealing } from '#read-models/dealings/dealing';
import type { Course, Interval } from '#read-models/intervals/course';

type Dealings = ReadonlyMap<string, Interval<Dealing>>;

/** The dealings of a casus followed through time; those at `dealings` have no end yet. */
export interface DealingsWalk {
  readonly at: Instant;
  readonly casus: Casus;
  readonly dealings: Dealings;
}

interface Step {
  readonly walk: DealingsWalk;
  readonly ended: readonly Interval<Dealing>[];
}

/** What is said of a dealing from an instant on takes the place of what was said of it before. */
function say(walk: DealingsWalk, said: readonly Dealing[]): Step {
  if (said.length === 0) return { walk, ended: [] };
  const dealings = new Map(walk.dealings);
  const ended: Interval<Dealing>[] = [];
  for (const value of said) {
    const { key } = value;
    const before = dealings.get(key);
    if (before && before.from < walk.at) ended.push({ ...before, to: walk.at });
    dealings.set(key, { key, from: walk.at, to: null, value });
  }
  return { walk: { ...walk, dealings }, ended };
}

/** The questions that are no longer open because what they were about has ended. */
function closings({ at, casus, dealings }: DealingsWalk): Dealing[] {
  return [...dealings.values()].flatMap(({ value }) => {
    const ask = value.kind === 'ask' && value.life === 'open' ? casus.asks.get(value.thing) : undefined;
    if (!ask || askState(casus, ask, moment(at)) !== 'closed') return [];
    return [{ ...value, life: 'closed' as const, endedAt: at }];
  });
}

/** An offer may expire, and with it the question about it, without anything happening. */
function nextExpiry({ at, casus, dealings }: DealingsWalk): Instant | undefined {
  const about = [...dealings.values()].flatMap(({ value: { kind, life, handoff } }) =>
    kind === 'ask' && life === 'open' && handoff !== null ? [casus.handoffs.get(handoff)?.expiresAt] : [],
  );
  return about.filter((expiry) => expiry !== undefined && expiry > at).sort()[0];
}

function on(from: DealingsWalk, until: Instant | null): Step {
  const ended: Interval<Dealing>[] = [];
  let walk = from;
  for (;;) {
    const next = nextExpiry(walk);
    if (next === undefined || (until !== null && next > until)) return { walk, ended };
    const there = { ...walk, at: next };
    const step = say(there, closings(there));
    walk = step.walk;
    ended.push(...step.ended);
  }
}

function happens(from: DealingsWalk, fact: Fact): Step {
  const walk = { ...from, casus: evolve(from.casus, fact) };
  const first = say(walk, [...begun(fact), ...changed(fact, from.dealings)]);
  const then = say(first.walk, closings(first.walk));
  return { walk: then.walk, ended: [...first.ended, ...then.ended] };
}

/** How questions, promises and returned steps of a casus stand over time. */
export const DEALINGS: Course<DealingsWalk, Dealing> = {
  over(before, fact) {
    if (!before) {
      return { walk: { at: fact.occurredAt, casus: evolve(undefined, fact), dealings: new Map() }, ended: [] };
    }
    // A decision of before the opening takes effect where the walk is.
    const at = later(fact.occurredAt, before.at);
    const quiet = on(before, at);
    const { walk, ended } = happens({ ...quiet.walk, at }, fact);
    return { walk, ended: [...quiet.ended, ...ended] };
  },
  ahead(from) {
    const { walk, ended } = on(from, null);
    return [...ended, ...walk.dealings.values()];
  },
};
