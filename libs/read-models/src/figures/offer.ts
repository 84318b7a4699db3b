import type { HandoffState } from '#casus/handoff';
import type { RefusalReason } from '#casus/vocabulary';
import type { Offered } from '#read-models/ledger/answer-times';

/** An offer of a step as it stood at a moment; what lies after it is null. `casus` by its id. */
export interface Offer extends Offered {
  readonly handoff: string;
  readonly state: HandoffState;
  readonly reason: RefusalReason | null;
}

/** Its receiver answered it. */
export const isAnswered = ({ state }: Offer): boolean => state === 'accepted' || state === 'declined';
