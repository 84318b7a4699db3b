import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Position } from '#event-sourcing/position';
import type { PromptLeadership } from '#platform/database/leadership';
import { whatFailed } from '#platform/what-failed';
import { Deliveries, type DeliveriesOptions } from '#apps/feed/src/webhooks/deliveries';
import type { Subscription, Subscriptions } from '#apps/feed/src/webhooks/subscriptions';
import { Turns } from '#apps/feed/src/webhooks/turns';

export interface WebhookSenderOptions extends DeliveriesOptions {
  readonly subscriptions: Pick<Subscriptions, 'due' | 'delivered' | 'failed'>;
  readonly head: () => Promise<Position>;
  readonly leadership: Pick<PromptLeadership, 'tryLead'>;
  /** Waits between two looks at what is due, or whose turn it is; settles early when the signal aborts. */
  readonly pause: (signal: AbortSignal) => Promise<void>;
}

const LIMITS = { atOnce: 20, ofOne: 4 };

/** Delivers to webhooks while the application runs: each in the order of the log, at least once, none held up by another. */
export class WebhookSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private readonly turns = new Turns(LIMITS);
  private readonly deliveries: Deliveries;
  /** Whether somebody waits for a turn that another has. */
  private crowded = false;
  private lookAgain = new AbortController();
  private run: Promise<void> | undefined;
  private trouble: string | undefined;

  constructor(private readonly options: WebhookSenderOptions) {
    this.deliveries = new Deliveries(options);
  }

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
        if (await leadership.tryLead(signal, (leading) => this.send(leading))) continue;
        this.trouble = undefined;
        await pause(signal);
      } catch (error) {
        const cause = whatFailed(error);
        this.trouble = cause.name;
        log.warn({ cause }, 'webhooks are tried again');
        await pause(signal);
      }
    }
  }

  private async send(leading: AbortSignal): Promise<void> {
    try {
      while (!leading.aborted) {
        this.lookAgain = new AbortController();
        await this.look(leading);
        await this.options.pause(AbortSignal.any([leading, this.lookAgain.signal]));
      }
    } finally {
      await this.turns.over();
    }
  }

  private async look(leading: AbortSignal): Promise<void> {
    const { subscriptions, clock, head } = this.options;
    // How these stand may have changed by the time that their turn is over.
    const busy = this.turns.underWay();
    const [due, end] = await Promise.all([subscriptions.due(clock.now()), head()]);
    this.trouble = undefined;
    if (leading.aborted) return;
    const waiting = due.filter((one) => !busy.has(one.id) && this.deliveries.isBefore(one, end));
    this.crowded = this.turns.give(waiting, (one) => this.serve(one, leading));
  }

  private async serve(one: Subscription, leading: AbortSignal): Promise<void> {
    try {
      const more = await this.deliveries.deliverPart(one, leading);
      if (more || this.crowded) this.lookAgain.abort();
    } catch (error) {
      this.options.log.warn({ webhook: one.id, cause: whatFailed(error) }, 'a webhook could not be served');
    }
  }
}
