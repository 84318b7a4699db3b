import { Module, type DynamicModule } from '@nestjs/common';
import { feedController } from '#messaging/feed-http/feed-controller';
import type { FeedSources } from '#messaging/feed-http/feed-sources';
import { FEED_SOURCES } from '#apps/feed/src/sources';
import type { WebhookSender } from '#apps/feed/src/webhooks/webhook-sender';
import { WEBHOOK_SOURCES, WebhooksController, type WebhookSources } from '#apps/feed/src/webhooks/webhooks.controller';

const FeedController = feedController({
  tag: 'Feed',
  path: 'feed',
  operationId: 'read-feed',
  summary: 'Gives what happened after a place, as far as a partner may know it',
  sources: FEED_SOURCES,
});

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
