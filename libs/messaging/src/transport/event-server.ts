import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Transaction } from 'kysely';
import { isObservable, lastValueFrom } from 'rxjs';
import { readCloudEvent } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import { publicTypeOf } from '#messaging/contract/public-events';
import { inboxIn, type Arrived, type InboxOptions } from '#messaging/inbox/inbox';
import type { InboxTables } from '#messaging/inbox/inbox-table';
import type { EventSource, ReceivingHealth } from '#messaging/transport/event-source';
import { going, inSpan } from '#messaging/transport/in-span';
import { contextOf } from '#platform/telemetry/trace-context';
import { whatFailed } from '#platform/what-failed';

/** What a handler gets besides the event (`@Ctx()`): the transaction in which the event counts as taken. */
export interface EventContext {
  readonly trx: Transaction<InboxTables>;
}

/** Where a receiver says what it cannot help. A pino logger fits. */
export interface ReceiverLog {
  warn(fields: object, message: string): void;
}

export interface EventServerOptions {
  readonly source: EventSource;
  readonly inbox: InboxOptions;
  readonly log: ReceiverLog;
}

/**
 * A transport of Nest for public events: `@EventPattern('nl.aanzet.casus.handoff-offered.v1')` handlers get each event
 * once, through the inbox of the receiver, whatever brings it. What nobody handles is passed over; what cannot be read is
 * parked. A handler that rejects has done nothing and gets the same event again; CannotTake parks it.
 */
export class EventServer extends Server implements CustomTransportStrategy {
  /** Their error is what makes an event come again, so it is told here and not by Nest. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly stopping = new AbortController();
  private current: ReceivingHealth = { state: 'receiving' };
  private running: Promise<void> | undefined;

  constructor(private readonly options: EventServerOptions) {
    super();
  }

  override listen(listening: () => void): void {
    const take = (arrived: Arrived) => this.take(arrived);
    this.running = this.options.source.run(take, this.stopping.signal, (health) => {
      this.hear(health);
    });
    listening();
  }

  /** The message in hand is finished first. */
  override async close(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  health(): ReceivingHealth {
    return this.current;
  }

  override on(): void {
    // It has no events of its own to listen to.
  }

  override unwrap(): never {
    throw new TypeError('there is no server below the transport of public events');
  }

  private hear(health: ReceivingHealth): void {
    this.current = health;
    if (health.state === 'receiving') return;
    const { why, fault } = health;
    const { consumer } = this.options.inbox;
    const cause = fault === undefined ? {} : { cause: whatFailed(fault) };
    this.options.log.warn({ consumer, why, ...cause }, 'receiving events is troubled');
  }

  private async take(arrived: Arrived): Promise<void> {
    const { inbox, log } = this.options;
    const received = readCloudEvent(arrived.content);
    const isOurs = received.ok && inbox.sources.includes(received.source);
    if (isOurs && !this.getHandlerByPattern(publicTypeOf(received.event.name))) return;
    const name = received.ok ? received.event.name : received.fault;
    const taken = await inSpan(`receive ${name}`, contextOf(arrived.trace), () =>
      inboxIn(inbox).take(arrived, (event, trx) =>
        inSpan(`handle ${name}`, going(), () => this.handle(event, { trx })),
      ),
    );
    if (taken.outcome !== 'parked') return;
    log.warn({ consumer: inbox.consumer, place: arrived.place, reason: taken.reason }, 'an event was parked');
  }

  private async handle(event: PublicEvent, context: EventContext): Promise<void> {
    const handler = this.getHandlerByPattern(publicTypeOf(event.name));
    const answer: unknown = await handler?.(event, context);
    if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
  }
}
