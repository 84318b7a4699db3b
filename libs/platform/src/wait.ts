import { setTimeout as after } from 'node:timers/promises';

/** Waits so many milliseconds; settles early when the signal aborts. Never rejects. */
export const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  after(ms, undefined, { signal }).catch(() => undefined);
