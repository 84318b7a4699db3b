import { Kafka, logLevel, type Admin, type SASLOptions } from 'kafkajs';
import type { Feed, FeedMessage } from '#messaging/feed/feed';
import { RETRY } from '#messaging/kafka/client-options';
import { orTrouble } from '#messaging/kafka/feed-trouble';
import { followWith, type ConsumerClient } from '#messaging/kafka/kafka-consumer';

/** How a Kafka is reached. */
export interface KafkaAddress {
  readonly brokers: readonly string[];
  /** Of topics that are made: on how many brokers each message is held, and in how many partitions a topic is cut. */
  readonly replication: number;
  readonly partitions: number;
  readonly tls?: boolean;
  readonly account?: { readonly username: string; readonly password: string };
}

const CLIENT = 'aanzet';

function byTopic(messages: readonly FeedMessage[]) {
  const topics = new Map<string, FeedMessage[]>();
  for (const message of messages) topics.set(message.topic, [...(topics.get(message.topic) ?? []), message]);
  return [...topics].map(([topic, all]) => ({
    topic,
    messages: all.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
  }));
}

/** The feed over Kafka: with its fellows in this folder the one place that knows the client. Rejects with FeedTrouble. */
export function kafkaFeed({ brokers, replication, partitions, tls = false, account }: KafkaAddress): Feed {
  const sasl: SASLOptions | undefined = account && { mechanism: 'scram-sha-512', ...account };
  const ears = new Set<(said: Readonly<Record<string, unknown>>) => void>();
  const kafka = new Kafka({
    clientId: CLIENT,
    brokers: [...brokers],
    ssl: tls,
    ...(sasl && { sasl }),
    retry: RETRY,
    logLevel: logLevel.ERROR,
    // What it says may quote what was sent; only that an offset is gone is known by no other way.
    logCreator: () => (entry) => {
      for (const ear of ears) ear(entry.log);
    },
  });
  const admin = kafka.admin();
  let connected: Promise<void> | undefined;
  const there = new Set<string>();

  async function connect(): Promise<Admin> {
    connected ??= admin.connect();
    try {
      await connected;
      return admin;
    } catch (error) {
      connected = undefined;
      throw error;
    }
  }

  async function makeMissing(topics: readonly string[]): Promise<void> {
    if (topics.every((topic) => there.has(topic))) return;
    await connect();
    for (const topic of await admin.listTopics()) there.add(topic);
    const missing = topics.filter((topic) => !there.has(topic));
    if (missing.length === 0) return;
    const each = missing.map((topic) => ({ topic, numPartitions: partitions, replicationFactor: replication }));
    await admin.createTopics({ topics: each, waitForLeaders: true });
    for (const topic of missing) there.add(topic);
  }

  const hear: ConsumerClient['hear'] = (ear) => {
    ears.add(ear);
    return () => ears.delete(ear);
  };

  return {
    ensureTopics: (topics) => orTrouble(makeMissing([...new Set(topics)])),

    async producer() {
      const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
      await orTrouble(producer.connect());
      return {
        async send(messages) {
          if (messages.length === 0) return;
          await orTrouble(producer.sendBatch({ acks: -1, topicMessages: byTopic(messages) }));
        },
        close: () => orTrouble(producer.disconnect()),
      };
    },

    follow: (following) => followWith({ kafka, admin: connect, hear }, following),

    async close() {
      if (connected) await orTrouble(admin.disconnect());
      connected = undefined;
    },
  };
}
