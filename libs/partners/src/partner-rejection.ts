import type { Json } from '#event-sourcing/event';

export type PartnerRejectionKind = 'unknown' | 'input' | 'forbidden' | 'conflict';

/** Every code with which a decision about a partner can refuse, its kind, and what it says in one English sentence. */
export const PARTNER_REJECTIONS = {
  'partner-unknown': ['unknown', 'There is no such partner.'],
  'absence-unknown': ['unknown', 'There is no such absence at this partner.'],

  'occurred-in-the-future': ['input', 'A fact cannot lie ahead of the moment at which it is recorded.'],
  'occurred-too-long-ago': ['input', 'A fact can be entered until ninety days after it happened.'],
  'bsn-not-accepted': ['input', 'A text holds a number that may be a BSN; no BSN is kept here.'],
  'id-not-a-slug': ['input', 'The id of a partner is lower-case letters, digits and hyphens, sixty at most.'],
  'id-reserved': ['input', 'This word names somebody or something else where a partner can stand.'],
  'norm-out-of-range': ['input', 'A norm is a whole number of one to sixty working days.'],
  'own-counter-partner': ['input', 'A norm is about the things of another partner.'],
  'hours-empty': ['input', 'A partner is open on at least one day of the week.'],
  'hours-not-in-order': ['input', 'Opening hours are two times of one day, HH:mm, the first before the second.'],
  'until-before-from': ['input', '`until` lies before `from`.'],
  'substitute-is-absent-person': ['input', 'Somebody else stands in for a person that is away.'],

  'not-own-partner': ['forbidden', 'Only the partner itself may do this.'],
  'not-municipal-or-social-team': ['forbidden', 'Only a social team or a municipal partner may do this.'],
  'not-own-municipal-or-social-team': [
    'forbidden',
    'Only the partner itself, a social team or a municipal partner may do this.',
  ],

  'partner-exists': ['conflict', 'There is a partner with this id already.'],
  'before-registered': ['conflict', 'The fact lies before the registration of the partner.'],
  'occurred-before-known': ['conflict', 'A later fact about the same thing is already recorded.'],
  'nothing-changes': ['conflict', 'It is so already.'],
  'reference-taken': ['conflict', 'This reference is in use at this partner.'],
  'absence-overlaps': ['conflict', 'An absence of this person is already planned in these days.'],
  'absence-withdrawn': ['conflict', 'This absence was withdrawn already.'],
} as const satisfies Record<string, readonly [PartnerRejectionKind, string]>;

export type PartnerRejectionCode = keyof typeof PARTNER_REJECTIONS;

/** A refusal. `details` says what helps to do it right: ids, dates, times; never personal data. */
export interface PartnerRejection {
  readonly code: PartnerRejectionCode;
  readonly kind: PartnerRejectionKind;
  readonly details: Readonly<Record<string, Json>>;
}

/** Refuses with a code. */
export const partnerRejected = (code: PartnerRejectionCode, details: Readonly<Record<string, Json>> = {}) => ({
  accepted: false as const,
  rejection: { code, kind: PARTNER_REJECTIONS[code][0], details },
});

/** What a code says, in one English sentence. */
export const partnerRejectionSentence = (code: PartnerRejectionCode): string => PARTNER_REJECTIONS[code][1];
