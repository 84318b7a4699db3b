import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import type { PublicEvent } from '#messaging/contract/public-event';
import { publicTypeOf, type PublicName } from '#messaging/contract/public-events';
import type { EventContext } from '#messaging/transport/event-server';

type Handles<N extends PublicName> = (event: PublicEvent<N>, context: EventContext) => Promise<void>;

/** `@EventPattern` of the newest version of a public event, for a method that takes that very event and its context. */
export const HandlesEvent =
  <N extends PublicName>(name: N) =>
  <H extends Handles<N>>(target: object, key: string | symbol, method: TypedPropertyDescriptor<H>): void => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    // Nest's own type knows no methods of two parameters.
    (EventPattern(publicTypeOf(name)) as MethodDecorator)(target, key, method);
  };
