import type { Arrived } from '#messaging/inbox/inbox';

/**
 * How receiving goes. `offset-gone`: messages that were not taken are no longer kept; the feed over HTTP has them.
 * `place-unknown`: the log is another than the one of which all was taken up to a place, restored from an older backup.
 * Nothing more is taken until the place is put right.
 */
export type ReceivingHealth =
  { readonly state: 'receiving' } | { readonly state: 'troubled'; readonly why: Why; readonly fault?: unknown };

type Why = 'source' | 'handler' | 'offset-gone' | 'place-unknown';

/** From where a receiver gets its messages: the log or a broker. It cannot tell which. */
export interface EventSource {
  /**
   * Brings every message of one audience, at least once, those of one subject in their order, until the signal aborts;
   * the message in hand is finished first. When `take` rejects, the same message comes again after a while, the longer
   * the more often that was so, and none behind it of the same subject before that. Never rejects.
   */
  run(
    take: (arrived: Arrived) => Promise<void>,
    signal: AbortSignal,
    report: (health: ReceivingHealth) => void,
  ): Promise<void>;
}

/** Waits before the next try, the longer the more tries were in vain; settles early when the signal aborts. */
export type Pause = (tries: number, signal: AbortSignal) => Promise<void>;

/** Whose events: those that one partner may have, or (null) all, for a service of the installation itself. */
export type Audience = string | null;
