/** What a partner is. Decides what it may see and what it may do; a kind that is not listed is `other`, the narrowest. */
export const PARTNER_KINDS = [
  'social-team',
  'municipality-care',
  'municipality-records',
  'municipality-housing',
  'municipality-debt',
  'youth-desk',
  'housing-corporation',
  'care-provider',
  'general-practitioner',
  'welfare',
  'school',
  'client-support',
  'other',
] as const;

export type PartnerKind = (typeof PARTNER_KINDS)[number];

const kinds: ReadonlySet<string> = new Set(PARTNER_KINDS);

export const isPartnerKind = (text: string): text is PartnerKind => kinds.has(text);

/** Whether a partner of this kind is a part of the municipality: a public body, which statutory terms bind. */
export const isMunicipal = (kind: PartnerKind): boolean => kind.startsWith('municipality-');

/** Whether a partner of this kind may open a casus as its director, and keep the directory of partners for others. */
export const isMunicipalOrSocialTeam = (kind: PartnerKind): boolean => kind === 'social-team' || isMunicipal(kind);
