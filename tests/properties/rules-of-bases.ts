import { dayAfter, startOfDay } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import { must } from '#tests/properties/broken';
import { factsInView, followed, isOf, lastOf } from '#tests/properties/model/facts-of';

/** The partner that a fact draws in, for which a basis is needed. */
function drawnIn({ type, data }: Fact): string | undefined {
  switch (type) {
    case 'StepPlanned':
      return data.owner;
    case 'HandoffOffered':
    case 'HandoffAccepted':
    case 'AskOpened':
    case 'TakeoverGranted':
    case 'StepReassigned':
      return data.to;
    case 'TakeoverRequested':
      return data.by;
    default:
      return undefined;
  }
}

/** Whether a basis still holds something at the end of these facts: one category for one person that was not taken away. */
function holds(facts: readonly Fact[], basis: Fact<'BasisRecorded'>, at: string): boolean {
  const { partner, categories, persons, validUntil } = basis.data;
  if (validUntil !== undefined && at >= startOfDay(dayAfter(validUntil))) return false;
  const later = facts
    .slice(facts.indexOf(basis) + 1)
    .filter((fact) => 'partner' in fact.data && fact.data.partner === partner);
  if (followed([basis, ...later], basis, 'PartnerLeft')) return false;
  return categories.some((category) =>
    persons.some(
      (person) =>
        !later.some(
          (fact) =>
            isOf(fact, 'BasisWithdrawn') &&
            fact.data.categories.includes(category) &&
            fact.data.persons.includes(person),
        ),
    ),
  );
}

/** Whether a partner may know something at an instant, by the facts of a view up to it; the director's partner always may. */
export function mayKnow(facts: readonly Fact[], partner: string, at: string): boolean {
  const head = lastOf(facts, 'CasusOpened', 'DirectorAppointed');
  const director = head?.type === 'CasusOpened' ? head.data.director.partner : head?.data.partner;
  return (
    partner === director ||
    facts.some((one) => isOf(one, 'BasisRecorded') && one.data.partner === partner && holds(facts, one, at))
  );
}

/** Nobody is drawn in without a basis that is valid when it happens, or a recorded override; the director needs none. */
export function checkBasis(recorded: readonly Fact[], fact: Fact): void {
  const partner = drawnIn(fact);
  if (partner === undefined || ('override' in fact.data && fact.data.override)) return;
  const facts = factsInView(recorded, fact.occurredAt, undefined);
  must(
    mayKnow(facts, partner, fact.occurredAt),
    'nobody is drawn in without a basis',
    () => `${fact.type} draws in ${partner} at ${fact.occurredAt}`,
  );
}
