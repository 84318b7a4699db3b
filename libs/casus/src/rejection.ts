import type { Json } from '#event-sourcing/event';

/** What sort of refusal it is: the order in which they are looked for, and (outside) the HTTP status. */
export type RejectionKind = 'unknown' | 'input' | 'forbidden' | 'conflict';

/** Every code with which a decision can refuse, its kind, and what it says in one English sentence. */
export const REJECTIONS = {
  'casus-unknown': ['unknown', 'There is no such casus.'],
  'step-unknown': ['unknown', 'There is no such step in this casus.'],
  'handoff-unknown': ['unknown', 'There is no such handoff in this casus.'],
  'ask-unknown': ['unknown', 'There is no such ask in this casus.'],
  'takeover-unknown': ['unknown', 'There is no such takeover request in this casus.'],
  'promise-unknown': ['unknown', 'There is no such promise in this casus.'],
  'resident-unknown': ['unknown', 'There is no such resident in this casus.'],
  'stall-unknown': ['unknown', 'Nothing of that name had stalled in this casus.'],

  'occurred-in-the-future': ['input', 'A fact cannot lie ahead of the moment at which it is recorded.'],
  'occurred-too-long-ago': ['input', 'A fact can be entered until ninety days after it happened.'],
  'bsn-not-accepted': ['input', 'A text holds a number that may be a BSN; no BSN is kept here.'],
  'agreed-required': ['input', 'A step for another partner needs `agreed`: how and with whom it was agreed.'],
  'note-required': ['input', 'The reason `other` needs a note.'],
  'right-desk-out-of-place': ['input', '`rightDesk` goes with the reason `wrong-desk` only.'],
  'given-by-required': ['input', 'Consent needs `givenBy`: the resident who gave it.'],
  'article-required': ['input', 'A legal task needs its article.'],
  'name-required': ['input', 'An outside party that is waited for needs its `name`.'],
  'day-has-passed': ['input', 'This day lies before the day on which the fact happened.'],
  'term-rule-unknown': ['input', 'There is no such term rule.'],
  'term-rule-not-in-force': ['input', 'The term rule was not in force on the first day of the term.'],
  'ground-unknown': ['input', 'There is no such ground in the law file.'],
  'until-required': ['input', 'This ground needs `until`: the time that was set.'],
  'until-before-first-day': ['input', '`until` lies before the first day.'],
  'ask-about-one-thing': ['input', 'An ask is about either a step or an open offer.'],
  'to-is-not-the-sender': ['input', 'An ask about an offer goes to the sender of that offer.'],
  'to-required': ['input', 'An ask about a step names in `to` the partner that is asked.'],
  'told-out-of-place': ['input', 'An ask about a step is put by its owner itself; `toldBy` goes with an offer.'],
  'cause-unknown': ['input', 'This cause is not in the taxonomy.'],
  'residents-required': ['input', 'A casus is about at least one resident.'],
  'residents-alike': ['input', 'Two residents of a casus have references of their own.'],
  'nothing-to-replan': ['input', 'A replanning names at least one thing that changes.'],

  'not-the-director': ['forbidden', 'Only the casus director may do this.'],
  'not-the-owner': ['forbidden', 'Only the owner of the step may do this.'],
  'not-the-owner-or-director': ['forbidden', 'Only the owner of the step or the casus director may do this.'],
  'not-the-receiver': ['forbidden', 'Only the receiver may do this, or the sender or director as told by it.'],
  'not-the-asker': ['forbidden', 'Only the partner that asked, or the casus director, may do this.'],
  'not-the-partner-asked': ['forbidden', 'Only the partner asked may do this, or the asker or director as told by it.'],
  'not-the-requester': ['forbidden', 'Only the partner that requested the takeover may do this.'],
  'not-the-confirmer': ['forbidden', 'Only the partner that confirms this step may do this.'],
  'not-the-promiser': ['forbidden', 'Only the promiser may do this, or the receiver or director as told by it.'],
  'not-the-promisee': ['forbidden', 'Only the partner to whom it was promised may do this.'],
  'not-the-decider': ['forbidden', 'Only the partner that decided, or the casus director, may record a decision.'],
  'not-taking-part': ['forbidden', 'Only a partner that takes part in this casus may do this.'],
  'not-municipal': ['forbidden', 'Only a municipal partner may suspend, resume or extend a term.'],
  'may-not-open': ['forbidden', 'A partner other than a social team or the municipality names a director.'],
  'not-for-others': ['forbidden', 'Only the casus director may plan a step for another partner.'],

  'casus-exists': ['conflict', 'There is a casus with this reference already.'],
  'casus-closed': ['conflict', 'The casus is closed.'],
  'casus-open': ['conflict', 'The casus is open.'],
  'before-casus-opened': ['conflict', 'The fact lies before the opening of the casus.'],
  'occurred-before-known': ['conflict', 'A later fact about the same thing is already recorded.'],
  'reference-taken': ['conflict', 'This reference is in use in this casus.'],
  'not-in-this-state': ['conflict', 'The present state does not allow this.'],
  'offer-open': ['conflict', 'There is an open offer on this step: withdraw it first.'],
  'no-basis': ['conflict', 'The partner has no valid basis in this casus.'],
  'already-the-owner': ['conflict', 'This partner owns the step already.'],
  'already-claimed': ['conflict', 'This person has claimed the step already.'],
  'not-claimed': ['conflict', 'Nobody has claimed the step.'],
  'handoff-not-open': ['conflict', 'The offer is no longer open.'],
  'handoff-expired': ['conflict', 'The offer has expired; it may be made again.'],
  'already-seen': ['conflict', 'The offer was seen already.'],
  'previous-not-refused': ['conflict', '`previous` is not a refused offer of this step.'],
  'ask-not-open': ['conflict', 'The ask is no longer open.'],
  'ask-open': ['conflict', 'This partner was asked about this step already.'],
  'asked-itself': ['conflict', 'The owner of a step cannot be asked about it by itself.'],
  'takeover-not-open': ['conflict', 'The takeover request is no longer open.'],
  'takeover-open': ['conflict', 'This partner has requested this takeover already.'],
  'promise-not-open': ['conflict', 'The promise is no longer open.'],
  'promise-confirmed': ['conflict', 'The promise needs no confirmation.'],
  'promised-itself': ['conflict', 'A promise is made to another partner.'],
  'dependency-cycle': ['conflict', 'A step would wait for itself.'],
  'nowhere-to-return': ['conflict', 'The step came from nobody else; offer it or have it reassigned.'],
  'work-open': ['conflict', 'There is work left.'],
  'stall-other-pattern': ['conflict', 'It stalled, but not in this pattern.'],
  'no-term': ['conflict', 'The step has no term with a rule.'],
  'term-not-suspendable': ['conflict', 'The law does not let this term be suspended.'],
  'term-not-extendable': ['conflict', 'The law does not let this term be extended on this ground.'],
  'term-has-passed': ['conflict', 'The last day has passed; a term is suspended, extended or renewed before that.'],
  'no-newer-rule': ['conflict', 'The term runs by the newest edition of its rule, and by the calendar of today.'],
  'renewed-term-has-passed': ['conflict', 'By the newer rule the last day would have passed already.'],
  'extension-not-later': ['conflict', 'An extension moves the last day to a later one.'],
  'extension-too-long': ['conflict', 'The ground does not allow so long an extension.'],
  'already-extended': ['conflict', 'The term was extended on this ground already.'],
  'last-day-unknown': [
    'conflict',
    'While a suspension has no end the term has no last day to extend: resume it first.',
  ],
  'suspension-before-term': ['conflict', 'A suspension begins no earlier than its term.'],
  'suspension-after-term': ['conflict', 'A suspension begins on the last day of its term at the latest.'],
  'suspension-overlaps': ['conflict', 'These days lie within another suspension.'],
  'resume-before-start': ['conflict', 'The suspension starts after this day.'],
  'resume-after-set-time': ['conflict', 'The time that was set for the suspension ends before this day.'],
  'no-such-basis': ['conflict', 'The partner has no basis that this would withdraw.'],
  'resident-known': ['conflict', 'This resident is in the casus already.'],
  'resident-ended': ['conflict', 'This resident is no longer in the casus.'],
  'last-resident': ['conflict', 'A casus is about at least one resident; close it instead.'],
  'already-the-director': ['conflict', 'This is the director already.'],
} as const satisfies Record<string, readonly [RejectionKind, string]>;

export type RejectionCode = keyof typeof REJECTIONS;

/** A refusal. `details` says of the matter what helps to do it right: ids, states, dates; never personal data. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly details: Readonly<Record<string, Json>>;
}

/** Refuses with a code. */
export const rejected = (code: RejectionCode, details: Readonly<Record<string, Json>> = {}) => ({
  accepted: false as const,
  rejection: { code, details },
});

export const kindOf = (code: RejectionCode): RejectionKind => REJECTIONS[code][0];
export const sentenceOf = (code: RejectionCode): string => REJECTIONS[code][1];
