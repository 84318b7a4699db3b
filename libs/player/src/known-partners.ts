import type { PartnerKind } from '#partners/partner-kind';

/** What a partner is registered as when a script names it first. */
export interface KnownPartner {
  readonly kind: PartnerKind;
  readonly name: string;
}

/** The partners of the demo by their ids: kind and name. */
const KNOWN: ReadonlyMap<string, KnownPartner> = new Map([
  ['sociaal-team', { kind: 'social-team', name: 'Sociaal team' }],
  ['gemeente-wmo', { kind: 'municipality-care', name: 'Gemeente, Wmo' }],
  ['gemeente-burgerzaken', { kind: 'municipality-records', name: 'Gemeente, Burgerzaken' }],
  ['gemeente-wonen', { kind: 'municipality-housing', name: 'Gemeente, Wonen (urgentie)' }],
  ['gemeente-schuldhulp', { kind: 'municipality-debt', name: 'Gemeente, Schuldhulpverlening' }],
  ['jongerenpunt', { kind: 'youth-desk', name: 'Jongerenpunt' }],
  ['corporatie', { kind: 'housing-corporation', name: 'Woningcorporatie' }],
  ['zorgaanbieder', { kind: 'care-provider', name: 'Zorgaanbieder' }],
  ['huisarts', { kind: 'general-practitioner', name: 'Huisartsenpraktijk' }],
  ['welzijn', { kind: 'welfare', name: 'Welzijn' }],
  ['onderwijs', { kind: 'school', name: 'Mbo-school' }],
  ['clientondersteuning', { kind: 'client-support', name: 'Onafhankelijke cliëntondersteuning' }],
]);

/** What a partner is by its id; one that nobody knows is of the kind with the narrowest rights and is called by its id. */
export const knownPartner = (id: string): KnownPartner => KNOWN.get(id) ?? { kind: 'other', name: id };
