import { dayAfter, startOfDay } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import { evolvePartner } from '#partners/evolve';
import type { Partner } from '#partners/partner';
import type { PartnerDirectory } from '#partners/partner-directory';
import type { PartnerFact } from '#partners/partner-fact';

/** The partner directory through time, as far as it is known. */
export interface PartnersOverTime {
  /** The directory as it was at an instant. */
  at(at: Instant): PartnerDirectory;
  /** The instants at which somebody of a partner goes away, comes back, or is heard to. */
  absenceTurns(partner: string): readonly Instant[];
}

const directory = (partners: ReadonlyMap<string, Partner>): PartnerDirectory => ({
  get: (id) => partners.get(id),
  all: () => partners.values(),
});

function turnsOf(facts: readonly PartnerFact[], latest: ReadonlyMap<string, Partner>, partner: string): Instant[] {
  const absences = [...(latest.get(partner)?.absences.values() ?? [])];
  if (absences.length === 0) return [];
  const heard = facts.filter((fact) => fact.partner === partner).map(({ occurredAt }) => occurredAt);
  return [...heard, ...absences.flatMap(({ from, until }) => [startOfDay(from), startOfDay(dayAfter(until))])];
}

/** The directory that follows from the facts of any number of partners, at any instant. */
export function partnersOverTime(facts: Iterable<PartnerFact>): PartnersOverTime {
  // A stable sort: the facts of one partner at one instant keep the order of their stream.
  const inOrder = [...facts].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  const snapshots: { readonly from: Instant; readonly partners: ReadonlyMap<string, Partner> }[] = [];
  let partners: ReadonlyMap<string, Partner> = new Map();
  for (const fact of inOrder) {
    partners = new Map(partners).set(fact.partner, evolvePartner(partners.get(fact.partner), fact));
    snapshots.push({ from: fact.occurredAt, partners });
  }
  const nobody = directory(new Map());
  return {
    at: (at) => {
      const snapshot = snapshots.findLast(({ from }) => from <= at);
      return snapshot ? directory(snapshot.partners) : nobody;
    },
    absenceTurns: (partner) => turnsOf(inOrder, partners, partner),
  };
}

/** No partner is known: everybody has the national calendar and the usual norms. */
export const NO_PARTNERS: PartnersOverTime = partnersOverTime([]);
