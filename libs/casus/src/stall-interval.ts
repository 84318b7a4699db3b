import type { Instant } from '#event-sourcing/instant';
import type { StallStretch } from '#casus/walk-stalls';

/** A stall as a whole, with whoever was on the move last; `until` null while it lasts. */
export interface StallInterval extends Omit<StallStretch, 'from' | 'to'> {
  readonly until: Instant | null;
}

/** The stalls that stretches add up to, in the order in which they began. */
export function stallIntervals(stretches: readonly StallStretch[]): StallInterval[] {
  const stalls = new Map<string, StallInterval>();
  for (const { pattern, about, root, onTheMove, waiting, since, to } of stretches) {
    stalls.set(`${pattern} ${about} ${since}`, { pattern, about, root, onTheMove, waiting, since, until: to });
  }
  return [...stalls.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}
