import type { Instant } from '#event-sourcing/instant';

/**
 * The moment that something is judged at. A view judges all at one instant; a decision judges states and bases when the
 * fact happened (`at`), but expiry when it is recorded (`expiry`). Domain, "Two times".
 */
export interface Moment {
  readonly at: Instant;
  readonly expiry: Instant;
}

/** The moment of a view. */
export const moment = (at: Instant): Moment => ({ at, expiry: at });

/** The moment of a decision. */
export const momentOf = (command: { occurredAt: Instant; recordedAt: Instant }): Moment => ({
  at: command.occurredAt,
  expiry: command.recordedAt,
});
