import type { KurrentLog } from '#stores/kurrent/kurrent-log';
import { positionAt } from '#stores/kurrent/kurrent-position';
import { ofThisLog } from '#stores/kurrent/kurrent-read';
import type { WakeUp } from '#stores/wake-up';
import type { AllStreamSubscription } from '@kurrent/kurrentdb-client';

/** Hears of new events from other processes. */
export interface KurrentBell {
  close(): Promise<void>;
}

/**
 * Wakes the readers when something is appended. It only rings: readers read pages themselves, so what a subscription
 * delivers twice, or loses in an error, costs nothing. One per log: a client has room for a hundred subscriptions.
 * After an error it subscribes anew every `retryMs`.
 */
export function kurrentBell(log: KurrentLog, wake: WakeUp, retryMs: number): KurrentBell {
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let subscription: AllStreamSubscription | undefined;

  function lost(which: AllStreamSubscription): void {
    if (closed || which !== subscription) return;
    subscription = undefined;
    // An error neither ends nor closes a subscription.
    which.unsubscribe().catch(() => undefined);
    retry = setTimeout(ring, retryMs);
  }

  function ring(): void {
    const next = log.client.subscribeToAll({ fromPosition: 'end', filter: ofThisLog(log) });
    subscription = next;
    const gone = () => {
      lost(next);
    };
    next.on('error', gone);
    next.on('close', gone);
    next.on('confirmation', () => {
      wake.everyone();
    });
    next.on('data', ({ event }) => {
      if (event) wake.reached(positionAt(event.position));
    });
  }

  ring();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await subscription?.unsubscribe().catch(() => undefined);
    },
  };
}
