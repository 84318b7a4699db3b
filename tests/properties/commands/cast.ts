import type { PartnerKind } from '#partners/partner-kind';

/** The partners that the random casus know, with their kinds. `passant` never gets a basis by design. */
export const KINDS = {
  'sociaal-team': 'social-team',
  'gemeente-wmo': 'municipality-care',
  'gemeente-wonen': 'municipality-housing',
  corporatie: 'housing-corporation',
  zorgaanbieder: 'care-provider',
  welzijn: 'welfare',
  passant: 'school',
} as const satisfies Record<string, PartnerKind>;

export type PartnerName = keyof typeof KINDS;

export const PARTNERS = Object.keys(KINDS) as readonly PartnerName[];

export const isPartner = (name: string): name is PartnerName => Object.hasOwn(KINDS, name);

export const RESIDENTS = ['anna', 'bram', 'carla'] as const;
