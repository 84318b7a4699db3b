import type { EventStore } from '#event-sourcing/event-store';
import type { Sender } from '#messaging/contract/cloud-event';
import { kafkaFeed, type KafkaAddress } from '#messaging/kafka/kafka-feed';
import type { EventSource } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { placesIn } from '#messaging/transport/place-table';
import { logSource } from '#messaging/transport/log-source';
import type { ReadFeed } from '#messaging/transport/rewind';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';

/** By which public events come: Kafka, or the log of the casus itself where it may be read. */
export type EventLine = { readonly kafka: KafkaAddress } | { readonly log: EventStore };

export interface EventSourceOptions {
  readonly line: EventLine;
  readonly db: AllocationDatabase;
  readonly partner: string;
  readonly sender: Sender;
  /** Where Kafka's retention left something out. */
  readonly past: ReadFeed;
}

/** From where the public events of the corporation come: its topic where there is Kafka, else the log itself. */
export function eventSource({ line, db, partner, sender, past }: EventSourceOptions): {
  readonly source: EventSource;
  readonly close: () => Promise<void>;
} {
  if ('kafka' in line) {
    const feed = kafkaFeed(line.kafka);
    const source = kafkaSource({ feed, group: `${SCHEMA}-${partner}`, audience: partner, past });
    return { source, close: () => feed.close() };
  }
  const source = logSource({
    ...{ store: line.log, places: placesIn(db, SCHEMA) },
    ...{ name: `feed ${partner}`, audience: partner, sender },
  });
  return { source, close: () => Promise.resolve() };
}
