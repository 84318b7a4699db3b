import { randomInt, randomUUID } from 'node:crypto';
import type { EventStore } from '#event-sourcing/event-store';
import { sourceOf, type Sender } from '#messaging/contract/cloud-event';
import type { FeedConsumer, FeedMessage } from '#messaging/feed/feed';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { expectedOf, firstsOf } from '#tests/kafka/expected';
import { receiving } from '#tests/kafka/receiving';
import { readSession, type ReadSession } from '#tests/integration/read-session';

/** A log with empty read models, a source of its own, and a receiver of everything that comes from it. */
export interface RelaySession extends ReadSession {
  /** What a relay of this log is started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Begins to receive every topic to which a log leads: this one as it stands, or as it will stand. */
  receive(log?: EventStore): Promise<void>;
  readonly received: () => readonly FeedMessage[];
  /** Settles when this many messages were received. */
  untilReceived(count: number): Promise<void>;
  /** Settles when all that the log comes to was received; gives what it is, by topic and key. */
  untilAll(): Promise<ReadonlyMap<string, readonly string[]>>;
}

const API = 'https://aanzet.voorbeeld.nl';

/** Opens a session on a Kafka. */
export async function relaySession(brokers: string): Promise<RelaySession> {
  const session = await readSession();
  const feed = kafkaFeed({ brokers: [brokers], replication: 1, partitions: 3 });
  const receiver = receiving();
  const oin = Array.from({ length: 20 }, () => randomInt(10)).join('');
  const sender: Sender = { source: sourceOf(oin), api: API };
  const consumers: FeedConsumer[] = [];
  const isOurs = ({ value }: FeedMessage) => (JSON.parse(value) as { source: string }).source === sender.source;
  const received = () => receiver.all.filter(isOurs);
  return {
    ...session,
    environment: {
      ...{ DATABASE_URL: session.url, AANZET_PORT: '0', AANZET_LOG_LEVEL: 'silent' },
      ...{ KAFKA_BROKERS: brokers, KAFKA_PARTITIONS: '3', AANZET_SOURCE_OIN: oin, AANZET_PUBLIC_URL: API },
    },
    async receive(log: EventStore = session.store) {
      const topics = [...new Set((await expectedOf(log, sender)).map(({ topic }) => topic))];
      await feed.ensureTopics(topics);
      const group = `spec.${randomUUID()}`;
      consumers.push(await feed.follow({ group, topics, take: receiver.take }));
    },
    received,
    async untilReceived(count) {
      await receiver.until((all) => all.filter(isOurs).length >= count);
    },
    async untilAll() {
      const expected = firstsOf(await expectedOf(session.store, sender));
      const count = [...expected.values()].flat().length;
      await receiver.until(() => [...firstsOf(received()).values()].flat().length >= count);
      return expected;
    },
    async close() {
      for (const consumer of consumers) await consumer.close();
      await feed.close();
      await session.close();
    },
  };
}
