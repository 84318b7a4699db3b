import { FEED_VARIABLES } from '#apps/feed/src/feed-variables';
import { FeedModule } from '#apps/feed/src/feed.module';
import { inDirectory } from '#apps/feed/src/sources';
import { postEvent } from '#apps/feed/src/webhooks/post-event';
import { subscriptionsIn } from '#apps/feed/src/webhooks/subscriptions';
import { resolveByDns } from '#apps/feed/src/webhooks/target';
import { WebhookSender } from '#apps/feed/src/webhooks/webhook-sender';
import { WEBHOOKS_SCHEMA, type WebhookTables } from '#apps/feed/src/webhooks/webhook-tables';
import { service } from '#installation/service';
import { senderOf } from '#messaging/feed/sender-variables';
import { logFeed } from '#messaging/log-feed/log-feed';
import { gauge } from '#platform/telemetry/gauge';
import { leadershipBy } from '#platform/database/leadership';
import { wait } from '#platform/wait';

const LOOK_AGAIN_MS = 1000;
const PATIENCE_MS = 10_000;

const pause = (signal: AbortSignal): Promise<void> => wait(LOOK_AGAIN_MS, signal);

/** What partners without Kafka hear of public events: a feed to be read, and webhooks. */
export const feedService = service({
  name: 'feed',
  about: 'public events over HTTP: a feed that partners read, and webhooks',
  variables: FEED_VARIABLES,
  schemas: [WEBHOOKS_SCHEMA],
  compose({ store, db, clock, log, stopping }, settings) {
    const { AANZET_WEBHOOK_KEY: key, AANZET_WEBHOOK_LOOPBACK: loopback } = settings;
    const sender = senderOf(settings);
    const feed = logFeed(store);
    const subscriptions = subscriptionsIn(db.withTables<Pick<WebhookTables, 'subscriptions'>>());
    const reach = { resolve: resolveByDns, loopback };
    const sending =
      key &&
      new WebhookSender({
        ...{ subscriptions, feed, sender, clock, key, log, pause },
        head: () => store.head(),
        leadership: leadershipBy(db, 'webhooks', pause),
        post: (posting) => postEvent(posting, { ...reach, patienceMs: PATIENCE_MS }),
      });
    const sources = { feed, sender, stopping, assertPartner: inDirectory(store) };
    const endFigure = gauge('aanzet.webhooks.parked', 'Webhooks to which nothing is sent any more', async () => [
      { value: await subscriptions.parked() },
    ]);
    return {
      modules: [FeedModule.register(sources, { subscriptions, clock, key, reach }, sending)],
      probes: {
        // Partners can read the feed while nothing is sent to them: told, and no reason to be taken out of service.
        webhooks: () => Promise.resolve({ trouble: sending?.health() ?? null, setUp: key !== undefined }),
      },
      close() {
        endFigure();
        return Promise.resolve();
      },
    };
  },
});
