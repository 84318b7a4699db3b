import type { Instant } from '#event-sourcing/instant';
import { evolvePartner } from '#partners/evolve';
import type { Partner } from '#partners/partner';
import type { PartnerFact } from '#partners/partner-fact';

/** All partners, to look up. What decisions and views about a casus know of partners, they know from here. */
export interface PartnerDirectory {
  get(id: string): Partner | undefined;
  /** In order of registration. */
  all(): Iterable<Partner>;
}

/** What was the case at `asOf`, by what had been recorded at `knownAt`; what is left out does not limit. */
export interface DirectoryMoment {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

/**
 * The directory that follows from the facts of any number of partners, those of one partner in the order of its stream.
 * Throws on a fact of a partner that was not registered before it.
 */
export function directoryOf(facts: Iterable<PartnerFact>, { asOf, knownAt }: DirectoryMoment = {}): PartnerDirectory {
  const partners = new Map<string, Partner>();
  for (const fact of facts) {
    if (asOf !== undefined && fact.occurredAt > asOf) continue;
    if (knownAt !== undefined && fact.recordedAt > knownAt) continue;
    partners.set(fact.partner, evolvePartner(partners.get(fact.partner), fact));
  }
  return { get: (id) => partners.get(id), all: () => partners.values() };
}
