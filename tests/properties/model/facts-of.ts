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

/** The fact that ended a suspension of a term: it ends the one that lies last by its days, of those told by then. */
export function resumptionOf(
  facts: readonly Fact[],
  suspended: Fact<'TermSuspended'>,
): Fact<'TermResumed'> | undefined {
  const all = allOf(facts, 'TermSuspended');
  return allOf(facts, 'TermResumed').findLast((resumed) => {
    const told = all.filter((one) => facts.indexOf(one) < facts.indexOf(resumed));
    const [last] = told.sort((a, b) => (a.data.firstDay > b.data.firstDay ? -1 : 1));
    return last === suspended;
  });
}
