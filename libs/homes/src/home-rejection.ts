import type { Json } from '#event-sourcing/event';

export type HomeRejectionKind = 'unknown' | 'input' | 'forbidden' | 'conflict';

/** Every code with which a decision about a home can refuse, its kind, and what it says in one English sentence. */
export const HOME_REJECTIONS = {
  'home-unknown': ['unknown', 'There is no such home.'],
  'candidate-unknown': ['unknown', 'No housing step of this casus is with this corporation.'],
  'offered-step-unknown': ['unknown', 'No such offer is open with this corporation.'],

  'occurred-in-the-future': ['input', 'A fact cannot lie ahead of the moment at which it is recorded.'],
  'occurred-too-long-ago': ['input', 'A fact can be entered until ninety days after it happened.'],
  'expires-before-today': ['input', 'An offer can be answered on the day on which it is made at least.'],
  'until-before-today': ['input', 'Supply is waited for until today at least.'],
  'reason-of-other-side': ['input', 'This reason is not one of the side that declines.'],

  'not-the-landlord': ['forbidden', 'Only the housing corporation that lets the home may do this.'],

  'home-exists': ['conflict', 'There is a home with this id already.'],
  'home-not-in-this-state': ['conflict', 'The home is in another state than this needs.'],
  'candidate-has-home': ['conflict', 'A home is kept for this candidate, or let to it; `home` says which.'],
  'candidate-not-ready': [
    'conflict',
    'What home is sought is not described, or something else than a home stands in the way of this step.',
  ],
  'offer-exists': ['conflict', 'There was an offer of this home with this name already.'],
  'offer-not-open': ['conflict', 'This offer of the home is not open.'],
  'occurred-before-known': ['conflict', 'A later fact about the home or the candidate is already recorded.'],
  'step-taken-on': ['conflict', 'This offered step was taken on already.'],
  'no-fit-recorded': ['conflict', 'It is recorded that no home fits, until the day in `until`.'],
  'no-fit-not-recorded': ['conflict', 'It is not recorded that no home fits.'],
  'fitting-home-there': [
    'conflict',
    'There is a free home that fits, and nobody stands before this candidate; `homes` says which.',
  ],
  'refusal-noted': ['conflict', 'It is recorded already that the casus refused this.'],
} as const satisfies Record<string, readonly [HomeRejectionKind, string]>;

export type HomeRejectionCode = keyof typeof HOME_REJECTIONS;

/** A refusal. `details` says what helps to do it right: ids, states, dates; never personal data. */
export interface HomeRejection<Code extends HomeRejectionCode = HomeRejectionCode> {
  readonly code: Code;
  readonly kind: HomeRejectionKind;
  readonly details: Readonly<Record<string, Json>>;
}

/** Refuses with a code. */
export const homeRejected = <Code extends HomeRejectionCode>(
  code: Code,
  details: Readonly<Record<string, Json>> = {},
): { readonly accepted: false; readonly rejection: HomeRejection<Code> } => ({
  accepted: false,
  rejection: { code, kind: HOME_REJECTIONS[code][0], details },
});

/** What a code says, in one English sentence. */
export const homeRejectionSentence = (code: HomeRejectionCode): string => HOME_REJECTIONS[code][1];
