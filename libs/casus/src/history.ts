import { later, type Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';

/**
 * All that is recorded of one casus: its facts in the order in which they happened (the opening first, for decisions of
 * before may follow it; equal instants in the order of recording), and the casus that follows from them.
 */
export interface CasusHistory {
  readonly facts: readonly Fact[];
  readonly casus: Casus | undefined;
  /** The latest `recordedAt`, or undefined before the opening. */
  readonly recordedAt: Instant | undefined;
}

export const NO_HISTORY: CasusHistory = { facts: [], casus: undefined, recordedAt: undefined };

/** The order in which facts happened. */
export function inOrderOfHappening(a: Fact, b: Fact): number {
  if (a.revision === 0 || b.revision === 0 || a.occurredAt === b.occurredAt) return a.revision - b.revision;
  return a.occurredAt < b.occurredAt ? -1 : 1;
}

const fold = (facts: readonly Fact[]): Casus | undefined =>
  facts.reduce<Casus | undefined>((casus, fact) => evolve(casus, fact), undefined);

/** The history with one more fact. A late entry takes its place among the others and all is folded anew. */
export function withFact({ facts, casus, recordedAt }: CasusHistory, fact: Fact): CasusHistory {
  const known = recordedAt === undefined ? fact.recordedAt : later(recordedAt, fact.recordedAt);
  const last = facts.at(-1);
  if (!last || inOrderOfHappening(last, fact) < 0) {
    return { facts: [...facts, fact], casus: evolve(casus, fact), recordedAt: known };
  }
  const place = facts.findIndex((other) => inOrderOfHappening(fact, other) < 0);
  const inserted = facts.toSpliced(place, 0, fact);
  return { facts: inserted, casus: fold(inserted), recordedAt: known };
}

/** The facts that had happened by `asOf` and were recorded by `knownAt` (default: all that is known now). */
export function factsAt(history: CasusHistory, asOf: Instant, knownAt?: Instant): readonly Fact[] {
  const [first, last] = [history.facts[0], history.facts.at(-1)];
  if (knownAt === undefined && first && last && later(first.occurredAt, last.occurredAt) <= asOf) return history.facts;
  const facts = history.facts.filter(
    (fact) => fact.occurredAt <= asOf && (knownAt === undefined || fact.recordedAt <= knownAt),
  );
  // A decision may be older than the opening, but before the opening there is no casus to speak of.
  return facts[0]?.type === 'CasusOpened' ? facts : [];
}

/** The casus after each instant at which something happened, from its opening on, by all that is known now. */
export function* casusOverTime({ facts }: CasusHistory): Generator<{ readonly at: Instant; readonly casus: Casus }> {
  let casus: Casus | undefined;
  let at: Instant | undefined;
  for (const [index, fact] of facts.entries()) {
    casus = evolve(casus, fact);
    at = at === undefined ? fact.occurredAt : later(at, fact.occurredAt);
    const next = facts[index + 1];
    // The opening comes first, and what is older right behind it.
    if (next === undefined || next.occurredAt > at) yield { at, casus };
  }
}

/** The casus as it was at `asOf`, as far as it was recorded by `knownAt`; undefined before its opening. */
export function casusAt(history: CasusHistory, asOf: Instant, knownAt?: Instant): Casus | undefined {
  const facts = factsAt(history, asOf, knownAt);
  return facts.length === history.facts.length ? history.casus : fold(facts);
}
