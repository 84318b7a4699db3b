import { positionOf } from '#event-sourcing/position';
import type { WakeUp } from '#stores/wake-up';
import { Client, type ClientConfig } from 'pg';

/** Hears of new events from other processes. */
export interface Listener {
  close(): Promise<void>;
}

/**
 * Listens for notices of new events and passes them on. A dropped connection is opened anew every `retryMs` until it
 * holds; readers look for themselves then, since notices may have been missed.
 */
export function listener(config: ClientConfig, wake: WakeUp, retryMs: number): Listener {
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let client: Client | undefined;

  function lost(which: Client): void {
    if (closed || which !== client) return;
    client = undefined;
    which.end().catch(() => undefined);
    retry = setTimeout(() => {
      connecting = connect();
    }, retryMs);
  }

  async function connect(): Promise<void> {
    const next = new Client(config);
    client = next;
    const gone = () => {
      lost(next);
    };
    next.on('error', gone);
    next.on('end', gone);
    next.on('notification', ({ payload }) => {
      if (payload && /^\d{1,19}$/.test(payload)) wake.reached(positionOf(BigInt(payload)));
    });
    try {
      await next.connect();
      await next.query('listen aanzet_log');
      wake.everyone();
    } catch {
      gone();
    }
  }

  let connecting = connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await connecting;
      await client?.end();
    },
  };
}
