/** Why a candidate does not want a home; the candidate's own choice, and nobody's fault. */
export const CANDIDATE_REASONS = [
  'too-small',
  'too-expensive',
  'other-neighbourhood',
  'not-accessible',
  'support-too-far',
  'other-home-found',
  'not-now',
  'other',
] as const;

/** Why the housing corporation takes an offer back. */
export const AGENCY_REASONS = [
  'income-does-not-fit',
  'rent-does-not-fit',
  'household-does-not-fit',
  'support-not-arranged',
  'home-not-available',
  'no-answer',
  'other',
] as const;

/** Why a home is no longer to be let. */
export const WITHDRAWAL_REASONS = ['sold', 'demolished', 'renovated', 'other-use', 'entered-by-mistake'] as const;

export const DECIDING_SIDES = ['candidate', 'agency'] as const;

export type CandidateReason = (typeof CANDIDATE_REASONS)[number];
export type AgencyReason = (typeof AGENCY_REASONS)[number];
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
export type DecidingSide = (typeof DECIDING_SIDES)[number];
