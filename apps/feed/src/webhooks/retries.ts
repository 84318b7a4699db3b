import { plusMs, type Instant } from '#event-sourcing/instant';
import type { PostProblem } from '#apps/feed/src/webhooks/post-event';
import type { Failed } from '#apps/feed/src/webhooks/subscriptions';

const FIRST_MS = 5000;
const LONGEST_MS = 4 * 3_600_000;
/** With these waits between them: the better part of a day. */
export const MOST_FAILURES = 16;

/** What a failure comes to: the next try, twice as far away as the last, or, after too many in a row, none any more. */
export function afterFailure(problem: PostProblem, before: number, now: Instant): Failed {
  const failures = before + 1;
  const tryAt = plusMs(now, Math.min(LONGEST_MS, FIRST_MS * 2 ** before));
  return { problem, failures, tryAt, state: failures < MOST_FAILURES ? 'active' : 'parked' };
}
