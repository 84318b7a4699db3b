import {
  Catch,
  Module,
  type INestMicroservice,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type ExceptionFilter,
  type LoggerService,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import { EventServer, type EventServerOptions } from '#messaging/transport/event-server';
import type { ReceivingHealth } from '#messaging/transport/event-source';

/** Leaves the error of a handler as it is, for it decides what becomes of the event. */
@Catch()
class AsItIs implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

export interface ReceiverOptions extends EventServerOptions {
  /** The module whose controllers handle events by `@EventPattern`. */
  readonly handlers: Type | DynamicModule;
  readonly logger: LoggerService;
}

/** Receives while the application runs. */
export class Receiver implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server: EventServer;
  private app: INestMicroservice | undefined;

  constructor(private readonly options: ReceiverOptions) {
    this.server = new EventServer(options);
  }

  async onApplicationBootstrap(): Promise<void> {
    const { handlers, logger } = this.options;
    const options = { strategy: this.server, logger, abortOnError: false };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest takes literals here
    this.app = await NestFactory.createMicroservice<MicroserviceOptions>(handlers, options);
    this.app.useGlobalFilters(new AsItIs());
    await this.app.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.app?.close();
  }

  health(): ReceivingHealth {
    return this.server.health();
  }
}

/** A receiver, from the moment the application has started until it shuts down. */
@Module({})
export class ReceiverModule {
  /** Who made `receiver` can ask it how it is doing. */
  static of(receiver: Receiver): DynamicModule {
    return { module: ReceiverModule, providers: [{ provide: Symbol('receiver'), useValue: receiver }] };
  }
}
