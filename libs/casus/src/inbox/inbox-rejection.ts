import type { Json } from '#event-sourcing/event';
import type { RejectionKind } from '#casus/rejection';

/** Every code with which a decision about an inbox can refuse, its kind, and what it says in one English sentence. */
export const INBOX_REJECTIONS = {
  'inbox-item-unknown': ['unknown', 'There is no such item in any inbox.'],

  'occurred-in-the-future': ['input', 'A fact cannot lie ahead of the moment at which it is recorded.'],
  'occurred-too-long-ago': ['input', 'A fact can be entered until ninety days after it happened.'],
  'bsn-not-accepted': ['input', 'A text holds a number that may be a BSN; no BSN is kept here.'],

  'not-addressed-to-you': ['forbidden', 'The item is for another partner, or for another person of this one.'],

  'already-read': ['conflict', 'This reader has read the item already.'],
  'not-read': ['conflict', 'This reader has not read the item.'],
  'before-told': ['conflict', 'Nobody can have read the item before it came due.'],
  'occurred-before-known': ['conflict', 'A later fact about the same thing is already recorded.'],
} as const satisfies Record<string, readonly [RejectionKind, string]>;

export type InboxRejectionCode = keyof typeof INBOX_REJECTIONS;

/** A refusal. `details` says what helps to do it right: ids and instants; never personal data. */
export interface InboxRejection {
  readonly code: InboxRejectionCode;
  readonly kind: RejectionKind;
  readonly details: Readonly<Record<string, Json>>;
}

/** Refuses with a code. */
export const inboxRejected = (code: InboxRejectionCode, details: Readonly<Record<string, Json>> = {}) => ({
  accepted: false as const,
  rejection: { code, kind: INBOX_REJECTIONS[code][0], details },
});

/** What a code says, in one English sentence. */
export const inboxRejectionSentence = (code: InboxRejectionCode): string => INBOX_REJECTIONS[code][1];
