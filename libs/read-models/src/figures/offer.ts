import type { HandoffState } from '#casus/handoff';
import type { RefusalReason } from '#casus/vocabulary';
import type { Instant } from '#event-sourcing/instant';

/** An offer of a step as it stood at a moment; what lies after it is null. */
export interface Offer {
  /** The id. */
  readonly casus: string;
  readonly step: string;
  readonly handoff: string;
  readonly from: string;
  readonly to: string;
  readonly offeredAt: Instant;
  readonly seenAt: Instant | null;
  readonly state: HandoffState;
  /** When it was accepted, declined, withdrawn, or expired. */
  readonly endedAt: Instant | null;
  readonly reason: RefusalReason | null;
}

/** Its receiver answered it. */
export const isAnswered = ({ state }: Offer): boolean => state === 'accepted' || state === 'declined';
