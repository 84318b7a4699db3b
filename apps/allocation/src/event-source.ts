import type { EventStore } from '#event-sourcing/event-store';
import type { Sender } from '#messaging/contract/cloud-event';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { kafkaAddressOf, type KAFKA_VARIABLES } from '#messaging/kafka/kafka-variables';
import type { EventSource } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { logSource } from '#messaging/transport/log-source';
import type { ReadFeed } from '#messaging/transport/rewind';
import type { SettingsOf } from '#platform/settings';
import { checkpointsIn } from '#read-models/projector/checkpoints';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';

export interface EventSourceOptions {
  readonly settings: SettingsOf<typeof KAFKA_VARIABLES>;
  readonly casusLog: EventStore;
  readonly db: AllocationDatabase;
  readonly partner: string;
  readonly sender: Sender;
  /** Where Kafka's retention left something out. */
  readonly past: ReadFeed;
}

/** From where the public events of the corporation come: its topic where there is Kafka, else the log itself. */
export function eventSource({ settings, casusLog, db, partner, sender, past }: EventSourceOptions): {
  readonly source: EventSource;
  readonly close: () => Promise<void>;
} {
  const kafka = kafkaAddressOf(settings);
  if (kafka) {
    const feed = kafkaFeed(kafka);
    const source = kafkaSource({ feed, group: `${SCHEMA}-${partner}`, audience: partner, past });
    return { source, close: () => feed.close() };
  }
  const checkpoints = checkpointsIn(db, SCHEMA);
  const source = logSource({ store: casusLog, checkpoints, name: `feed ${partner}`, audience: partner, sender });
  return { source, close: () => Promise.resolve() };
}
