import type { DynamicModule, Type } from '@nestjs/common';
import type { Ground, Part } from '#installation/service';
import { SENDER_VARIABLES, senderOf } from '#messaging/feed/sender-variables';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { KAFKA_VARIABLES, kafkaAddressOf } from '#messaging/kafka/kafka-variables';
import type { Audience } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { logSource } from '#messaging/transport/log-source';
import { Receiver, ReceiverModule } from '#messaging/transport/receiver.module';
import { nestLogger } from '#platform/logging';
import type { SettingsOf } from '#platform/settings';
import { checkpoints } from '#read-models/projector/checkpoints';

/** The environment variables of a service that handles public events. */
export const RECEIVER_VARIABLES = { ...KAFKA_VARIABLES, ...SENDER_VARIABLES };

/** Who handles public events, and where its inbox is. */
export interface Receiving {
  /** Its name among receivers: the group in Kafka, the checkpoint at the log. */
  readonly consumer: string;
  /** The schema in which it has the tables of its inbox (inboxMigration). */
  readonly schema: string;
  /** The module whose controllers handle events by `@EventPattern`. */
  readonly handlers: Type | DynamicModule;
  /** Whose events; all of them when left out. */
  readonly audience?: Audience;
}

/** Handlers of public events as a part of a service: from Kafka where KAFKA_BROKERS is set, else from the log itself. */
export function receiverPart(
  { store, db, log }: Pick<Ground, 'store' | 'db' | 'log'>,
  settings: SettingsOf<typeof RECEIVER_VARIABLES>,
  { consumer, schema, handlers, audience = null }: Receiving,
): Part {
  const sender = senderOf(settings);
  const address = kafkaAddressOf(settings);
  const feed = address && kafkaFeed(address);
  const source = feed
    ? kafkaSource({ feed, group: `aanzet.${consumer}`, audience })
    : logSource({ store, checkpoints: checkpoints(db), name: `receiver.${consumer}.v1`, audience, sender });
  const receiver = new Receiver({
    source,
    inbox: { db: db.withoutPlugins().withTables(), schema, consumer, sources: [sender.source] },
    handlers,
    log,
    logger: nestLogger(log),
  });
  return {
    modules: [ReceiverModule.of(receiver)],
    probes: {
      // What is behind comes in time: told, and no reason to be taken out of service.
      [`${consumer}-events`]() {
        const health = receiver.health();
        return Promise.resolve(
          health.state === 'receiving' ? { state: 'receiving' } : { state: 'troubled', why: health.why },
        );
      },
    },
    ...(feed && { close: () => feed.close() }),
  };
}
