import { Controller, Inject } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { PublicEvent } from '#messaging/contract/public-event';
import { publicTypeOf } from '#messaging/contract/public-events';
import type { EventContext } from '#messaging/transport/event-server';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { RECEIVED, type Receive, type Receiving } from '#apps/allocation/src/receiving';

export const RECEIVING = Symbol('what public events do');

/** Takes public events off the transport, whichever that is. */
@Controller()
export class PublicEventsController {
  constructor(@Inject(RECEIVING) private readonly receiving: Receiving) {}

  @EventPattern(RECEIVED.map(publicTypeOf))
  async take(@Payload() event: PublicEvent, @Ctx() { trx }: EventContext): Promise<void> {
    const handlers: Readonly<Record<string, unknown>> = this.receiving;
    // The table pairs every name with the handler of that very event; the compiler cannot follow the pairing.
    const receive = handlers[event.name] as Receive | undefined;
    await receive?.(event, trx.withSchema(SCHEMA));
  }
}
