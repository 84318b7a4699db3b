import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Position } from '#event-sourcing/position';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import { furtherOf, parseCursor, START, type Cursor } from '#messaging/log-feed/cursor';
import type { FeedPart, LogFeed } from '#messaging/log-feed/log-feed';
import type { Clock } from '#platform/clock';
import type { Leadership } from '#platform/database/leadership';
import { whatFailed } from '#platform/what-failed';
import { postEvent, type PostOptions } from '#apps/feed/src/webhooks/post-event';
import { afterFailure } from '#apps/feed/src/webhooks/retries';
import { secretOf } from '#apps/feed/src/webhooks/signature';
import type { Subscription, Subscriptions } from '#apps/feed/src/webhooks/subscriptions';

export interface WebhookSenderOptions {
  readonly subscriptions: Subscriptions;
  readonly feed: LogFeed;
  readonly head: () => Promise<Position>;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly leadership: Leadership;
  /** From which the secrets follow. */
  readonly key: Buffer;
  readonly post: PostOptions;
  readonly log: { warn(fields: object, message: string): void };
  /** Waits between two looks at what is due; settles early when the signal aborts. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

const AT_ONCE = 20;
const PART = 100;

/** Delivers to webhooks while the application runs: each in the order of the log, at least once, none held up by another. */
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly underWay = new Map<string, Promise<void>>();
  /** Up to where there is nothing for a webhook, beyond what is on record of it. */
  private readonly looked = new Map<string, { readonly round: number; readonly next: Cursor }>();
  private run: Promise<void> | undefined;
  private trouble: string | undefined;

  constructor(private readonly options: WebhookSenderOptions) {}

  onApplicationBootstrap(): void {
    this.run = this.again();
  }

  /** What is being sent is answered first. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.run;
  }

  /** Why nothing is delivered at all; undefined when that is not so. */
  health(): string | undefined {
    return this.trouble;
  }

  private async again(): Promise<void> {
    const { leadership, log, pause } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await leadership.lead(signal, (leading) => this.send(leading));
      } catch (error) {
        const cause = whatFailed(error);
        this.trouble = cause.name;
        log.warn({ cause }, 'webhooks are tried again');
        await pause(signal);
      }
    }
  }

  private async send(leading: AbortSignal): Promise<void> {
    const { subscriptions, clock, head, pause } = this.options;
    try {
      while (!leading.aborted) {
        const [due, end] = await Promise.all([subscriptions.due(clock.now()), head()]);
        this.trouble = undefined;
        for (const one of due) {
          if (this.underWay.size < AT_ONCE && !this.underWay.has(one.id) && this.isBefore(one, end)) {
            this.underWay.set(one.id, this.deliver(one, leading));
          }
        }
        await pause(leading);
      }
    } finally {
      await Promise.all(this.underWay.values());
    }
  }

  /** Whether something may lie before the end of the log that was not looked at. */
  private isBefore(one: Subscription, end: Position): boolean {
    const { position, sequence } = this.placeOf(one);
    return sequence !== undefined || position < end;
  }

  private placeOf({ id, round, place }: Subscription): Cursor {
    const looked = this.looked.get(id);
    const kept = parseCursor(place) ?? START;
    return looked?.round === round ? furtherOf(looked.next, kept) : kept;
  }

  private async deliver(subscription: Subscription, leading: AbortSignal): Promise<void> {
    try {
      let current: Subscription | undefined = subscription;
      while (current && !leading.aborted) current = await this.deliverPart(current, leading);
    } catch (error) {
      this.options.log.warn({ webhook: subscription.id, cause: whatFailed(error) }, 'a webhook could not be served');
    } finally {
      this.underWay.delete(subscription.id);
    }
  }

  /** Delivers some; undefined when there is nothing more to do for now. */
  private async deliverPart(subscription: Subscription, leading: AbortSignal): Promise<Subscription | undefined> {
    const { subscriptions, feed, clock, log } = this.options;
    const part = await feed.read(this.queryOf(subscription));
    let current = subscription;
    for (const event of part.events) {
      if (leading.aborted) return undefined;
      const at = clock.now();
      const secret = secretOf(this.options.key, current.id);
      const posting = { url: current.url, secret, event: toCloudEvent(event, this.options.sender), at };
      const problem = await postEvent(posting, this.options.post);
      if (problem) {
        const failed = afterFailure(problem, current.failures, clock.now());
        await subscriptions.failed(current, failed);
        if (failed.state === 'parked') log.warn({ webhook: current.id, problem }, 'a webhook was parked');
        return undefined;
      }
      const moved = await subscriptions.delivered(current, parseCursor(event.sequence) ?? START);
      if (!moved) return undefined;
      current = moved;
    }
    return this.lookedThrough(current, part);
  }

  private async lookedThrough(current: Subscription, { next, end }: FeedPart): Promise<Subscription | undefined> {
    this.looked.set(current.id, { round: current.round, next });
    // A long stretch without anything is not looked through again after a restart.
    return end ? undefined : this.options.subscriptions.delivered(current, next);
  }

  private queryOf(subscription: Subscription) {
    const { partner, types } = subscription;
    const names = types && PUBLIC_NAMES.filter((name) => types.includes(publicTypeOf(name)));
    const query = { partner, after: this.placeOf(subscription), limit: PART };
    return names ? { ...query, types: new Set(names) } : query;
  }
}
