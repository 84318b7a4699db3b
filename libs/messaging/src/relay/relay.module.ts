import { Module, type DynamicModule } from '@nestjs/common';
import { RelayService } from '#messaging/relay/relay.service';

/** The relay, from the moment the application has started until it shuts down. */
@Module({})
export class RelayModule {
  /** Who made `service` can ask it how it is doing. */
  static of(service: RelayService): DynamicModule {
    return { module: RelayModule, providers: [{ provide: RelayService, useValue: service }], exports: [RelayService] };
  }
}
