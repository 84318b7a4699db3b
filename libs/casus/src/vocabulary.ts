/** The closed lists of words that commands and events use. docs/explanation/domain.md explains each. */

export const CATEGORIES = [
  'general',
  'address',
  'housing',
  'care',
  'income',
  'day-structure',
  'informal-care',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const RESIDENT_ROLES = ['resident', 'informal-carer'] as const;
export type ResidentRole = (typeof RESIDENT_ROLES)[number];

export const BASIS_KINDS = ['consent', 'legal-task', 'contract'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

export const DECISION_OUTCOMES = [
  'granted',
  'partly-granted',
  'refused',
  'not-treated',
  'withdrawn',
  'deferred',
] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export const CLOSING_OUTCOMES = [
  'goal-reached',
  'partly-reached',
  'resident-stopped',
  'transferred',
  'moved-away',
  'deceased',
  'other',
] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

export const HANDOFF_KINDS = ['warm', 'written'] as const;
export type HandoffKind = (typeof HANDOFF_KINDS)[number];

/** Why an offer or ask is declined, or a step returned. `other` needs a note; `wrong-desk` may name the right one. */
export const REFUSAL_REASONS = [
  'at-capacity',
  'wrong-desk',
  'missing-information',
  'not-eligible',
  'no-legal-basis',
  'resident-declined',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export const WAITING_KINDS = ['resident', 'external', 'supply'] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export const AGREED_HOW = ['meeting', 'phone'] as const;

export const INCOME_CLASSES = ['low', 'middle', 'high'] as const;

/** The patterns of §6 of the domain. */
export const STALL_PATTERNS = [
  'UNANSWERED',
  'NOT_REROUTED',
  'TERM_EXCEEDED',
  'BLOCKED',
  'PLAN_OVERTAKEN',
  'STANDSTILL',
  'PINGPONG',
  'REVOLVING_DOOR',
  'BASIS_LAPSED',
  'PROMISE_BROKEN',
  'OWNER_ABSENT',
  'NOTHING_PLANNED',
  'START_INCOMPLETE',
] as const;
export type StallPattern = (typeof STALL_PATTERNS)[number];
