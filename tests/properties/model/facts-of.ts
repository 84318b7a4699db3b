import type { Instant } from '#event-sourcing/instant';
import type { CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';

/** The facts of a view, in the order of happening: filtered and sorted anew, from the order of recording. */
export function factsInView(recorded: readonly Fact[], asOf: Instant, knownAt: Instant | undefined): Fact[] {
  const seen = recorded.filter(
    (fact) => fact.occurredAt <= asOf && (knownAt === undefined || fact.recordedAt <= knownAt),
  );
  const [opening, ...rest] = seen;
  if (opening?.type !== 'CasusOpened') return [];
  rest.sort((a, b) => (a.occurredAt === b.occurredAt ? a.revision - b.revision : a.occurredAt < b.occurredAt ? -1 : 1));
  return [opening, ...rest];
}

/** Whether a fact is of one of these types. */
export const isOf = <T extends CasusEventType>(
  fact: Fact,
  ...types: readonly T[]
): fact is Extract<Fact, { type: T }> => (types as readonly string[]).includes(fact.type);

/** The last of the facts that is of one of these types. */
export function lastOf<T extends CasusEventType>(
  facts: readonly Fact[],
  ...types: readonly T[]
): Extract<Fact, { type: T }> | undefined {
  return facts.findLast((fact): fact is Extract<Fact, { type: T }> => isOf(fact, ...types));
}

/** All facts of one type, in order. */
export const allOf = <T extends CasusEventType>(facts: readonly Fact[], type: T): Extract<Fact, { type: T }>[] =>
  facts.filter((fact): fact is Extract<Fact, { type: T }> => isOf(fact, type));

/** Whether a fact of one of these types comes after another in the list. */
export const followed = (facts: readonly Fact[], by: Fact, ...types: readonly CasusEventType[]): boolean =>
  facts.slice(facts.indexOf(by) + 1).some((fact) => isOf(fact, ...types));
