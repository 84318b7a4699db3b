import { Module, type DynamicModule } from '@nestjs/common';
import { FeedController } from '#apps/feed/src/feed.controller';
import { FEED_SOURCES, type FeedSources } from '#apps/feed/src/sources';
import type { WebhookSender } from '#apps/feed/src/webhooks/webhook-sender';
import { WEBHOOK_SOURCES, WebhooksController, type WebhookSources } from '#apps/feed/src/webhooks/webhooks.controller';

/** The feed over HTTP, and webhooks. `sending` delivers to them while the application runs. */
@Module({})
export class FeedModule {
  static register(sources: FeedSources, webhooks: WebhookSources, sending?: WebhookSender): DynamicModule {
    return {
      module: FeedModule,
      controllers: [FeedController, WebhooksController],
      providers: [
        { provide: FEED_SOURCES, useValue: sources },
        { provide: WEBHOOK_SOURCES, useValue: webhooks },
        ...(sending ? [{ provide: Symbol('sending'), useValue: sending }] : []),
      ],
    };
  }
}
