import type { Position } from '#event-sourcing/position';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import { furtherOf, parseCursor, START, type Cursor } from '#messaging/log-feed/cursor';
import type { FeedPart, LogFeed } from '#messaging/log-feed/log-feed';
import { Untellable } from '#messaging/told/remembered';
import type { Clock } from '#platform/clock';
import { whatFailed } from '#platform/what-failed';
import type { Posting, PostProblem } from '#apps/feed/src/webhooks/post-event';
import { afterFailure, INTERRUPTED, whileInterrupted } from '#apps/feed/src/webhooks/retries';
import { secretOf } from '#apps/feed/src/webhooks/signature';
import type { Subscription, Subscriptions } from '#apps/feed/src/webhooks/subscriptions';

export interface DeliveriesOptions {
  readonly subscriptions: Pick<Subscriptions, 'delivered' | 'failed'>;
  readonly feed: Pick<LogFeed, 'read'>;
  readonly sender: Sender;
  readonly clock: Clock;
  /** From which the secrets follow. */
  readonly key: Buffer;
  /** Sends one event; undefined when it was taken. Always settles. */
  readonly post: (posting: Posting) => Promise<PostProblem | undefined>;
  readonly log: { warn(fields: object, message: string): void };
}

/** So much is one turn: with a slow receiver, minutes. */
const PART = 20;

/** What one webhook is sent when it has its turn: some events, in the order of the log. */
export class Deliveries {
  /** Up to where there is nothing for a webhook, beyond what is on record of it. */
  private readonly looked = new Map<string, { readonly round: number; readonly next: Cursor }>();

  constructor(private readonly options: DeliveriesOptions) {}

  /** Whether something may lie before the end of the log that was not looked at. */
  isBefore(one: Subscription, end: Position): boolean {
    const { position, sequence } = this.placeOf(one);
    return sequence !== undefined || position < end;
  }

  /** Delivers a part. Gives whether there may be more to deliver at once. */
  async deliverPart(subscription: Subscription, leading: AbortSignal): Promise<boolean> {
    const part = await this.partFor(subscription);
    let current: Subscription | undefined = subscription;
    for (const event of part?.events ?? []) {
      if (!current || leading.aborted) return false;
      current = await this.deliver(current, event);
    }
    return current !== undefined && part !== undefined && this.lookedThrough(current, part);
  }

  /** The webhook behind the event; undefined when it was not taken, or the subscriber changed the webhook meanwhile. */
  private async deliver(current: Subscription, event: PublicEvent): Promise<Subscription | undefined> {
    const { subscriptions, clock, log, key, post, sender } = this.options;
    const secret = secretOf(key, current.id);
    const problem = await post({ url: current.url, secret, event: toCloudEvent(event, sender), at: clock.now() });
    if (!problem) return subscriptions.delivered(current, parseCursor(event.sequence) ?? START);
    const failed = afterFailure(problem, current.failures, clock.now());
    await subscriptions.failed(current, failed);
    if (failed.state === 'parked') log.warn({ webhook: current.id, problem }, 'a webhook was parked');
    return undefined;
  }

  private async lookedThrough(current: Subscription, { next, end }: FeedPart): Promise<boolean> {
    this.looked.set(current.id, { round: current.round, next });
    // A long stretch without anything is not looked through again after a restart.
    if (!end || current.problem === INTERRUPTED) await this.options.subscriptions.delivered(current, next);
    return !end;
  }

  /** Undefined when what follows cannot be told: then that is on record. */
  private async partFor(subscription: Subscription): Promise<FeedPart | undefined> {
    const { feed, subscriptions, clock, log } = this.options;
    try {
      return await feed.read(this.queryOf(subscription));
    } catch (error) {
      if (!(error instanceof Untellable)) throw error;
      await subscriptions.failed(subscription, whileInterrupted(subscription.failures, clock.now()));
      if (subscription.problem !== INTERRUPTED) {
        log.warn({ webhook: subscription.id, cause: whatFailed(error) }, 'what follows for a webhook cannot be told');
      }
      return undefined;
    }
  }

  private placeOf({ id, round, place }: Subscription): Cursor {
    const looked = this.looked.get(id);
    const kept = parseCursor(place) ?? START;
    return looked?.round === round ? furtherOf(looked.next, kept) : kept;
  }

  private queryOf(subscription: Subscription) {
    const { partner, types } = subscription;
    const names = types && PUBLIC_NAMES.filter((name) => types.includes(publicTypeOf(name)));
    const query = { partner, after: this.placeOf(subscription), limit: PART };
    return names ? { ...query, types: new Set(names) } : query;
  }
}
