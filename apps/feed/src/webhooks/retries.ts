import { plusMs, type Instant } from '#event-sourcing/instant';
import type { PostProblem } from '#apps/feed/src/webhooks/post-event';
import type { Failed } from '#apps/feed/src/webhooks/subscriptions';

const FIRST_MS = 5000;
const LONGEST_MS = 4 * 3_600_000;
/** With these waits between them: the better part of a day. */
export const MOST_FAILURES = 16;

/** The problem of a webhook whose next event, or something before it, cannot be told now. */
export const INTERRUPTED = 'feed-interrupted';

/** What it comes to that nothing can be told: it is tried again and again, and counts as no failure of the receiver. */
export const whileInterrupted = (failures: number, now: Instant): Failed => ({
  ...{ problem: INTERRUPTED, failures, tryAt: plusMs(now, FIRST_MS), state: 'active' },
});

/** What a failure comes to: the next try, twice as far away as the last, or, after too many in a row, none any more. */
export function afterFailure(problem: PostProblem, before: number, now: Instant): Failed {
  const failures = before + 1;
  const tryAt = plusMs(now, Math.min(LONGEST_MS, FIRST_MS * 2 ** before));
  return { problem, failures, tryAt, state: failures < MOST_FAILURES ? 'active' : 'parked' };
}
