import type { Instant } from '#event-sourcing/instant';
import type { Subscription } from '#apps/feed/src/webhooks/subscriptions';

/** A webhook as its subscriber sees it. */
export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly types: readonly string[] | null;
  readonly state: 'active' | 'parked';
  /** The place behind what was delivered. */
  readonly after: string;
  readonly failures: number;
  readonly problem: string | null;
  readonly triesAgain: Instant | null;
}

export const webhookView = (subscription: Subscription): WebhookView => {
  const { id, url, types, state, place, failures, problem, try_at } = subscription;
  const triesAgain = state === 'active' && problem !== null ? try_at : null;
  return { id, url, types, state, after: place, failures, problem, triesAgain };
};
