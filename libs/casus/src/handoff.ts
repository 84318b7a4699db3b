import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { Moment } from '#casus/moment';
import type { HandoffKind, RefusalReason } from '#casus/vocabulary';

/** What was recorded of an offer. Expiry is not recorded: it follows from `expiresAt`. */
export type HandoffLife =
  | { readonly is: 'offered' }
  | { readonly is: 'seen'; readonly at: Instant }
  | { readonly is: 'accepted'; readonly at: Instant }
  | { readonly is: 'declined'; readonly at: Instant; readonly reason: RefusalReason }
  | { readonly is: 'withdrawn'; readonly at: Instant };

/** The offer of a step to another partner to become its owner. The sender answers for the step until it is accepted. */
export interface Handoff {
  readonly id: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly kind: HandoffKind;
  readonly offeredAt: Instant;
  readonly answerBy?: LocalDate | undefined;
  readonly expiresOn?: LocalDate | undefined;
  /** 00:00 of the day after `expiresOn`. */
  readonly expiresAt?: Instant | undefined;
  readonly previous?: string | undefined;
  readonly parent?: string | undefined;
  readonly life: HandoffLife;
}

export type HandoffState = HandoffLife['is'] | 'expired';

/** The state of an offer at a moment, expiry included. */
export function handoffState(handoff: Handoff, { expiry }: Moment): HandoffState {
  const { is } = handoff.life;
  const unanswered = is === 'offered' || is === 'seen';
  return unanswered && handoff.expiresAt !== undefined && handoff.expiresAt <= expiry ? 'expired' : is;
}

/** Offered or seen, and not expired. */
export function isOpenOffer(handoff: Handoff, at: Moment): boolean {
  const state = handoffState(handoff, at);
  return state === 'offered' || state === 'seen';
}
