import { Kafka, logLevel, type Admin, type SASLOptions } from 'kafkajs';
import type { Feed } from '#messaging/feed/feed';
import { RETRY } from '#messaging/kafka/client-options';
import { orTrouble } from '#messaging/kafka/feed-trouble';
import { followWith, type ConsumerClient } from '#messaging/kafka/kafka-consumer';
import { producerOf } from '#messaging/kafka/kafka-producer';
import { topicMaker } from '#messaging/kafka/kafka-topics';

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
  let admin = kafka.admin();
  let connected: Promise<void> | undefined;

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

  async function disconnect(): Promise<void> {
    if (connected) await admin.disconnect();
    connected = undefined;
  }

  let makeMissing = topicMaker(connect, { partitions, replication });
  const hear: ConsumerClient['hear'] = (ear) => {
    ears.add(ear);
    return () => ears.delete(ear);
  };

  return {
    ensureTopics: (topics) => orTrouble(makeMissing([...new Set(topics)])),

    // Whoever begins to send asks anew which topics are there: somebody may have removed one, of which the old admin
    // would ask for ever.
    async producer() {
      await orTrouble(disconnect());
      admin = kafka.admin();
      makeMissing = topicMaker(connect, { partitions, replication });
      return producerOf(kafka);
    },
    follow: (following) => followWith({ kafka, admin: connect, hear }, following),

    close: () => orTrouble(disconnect()),
  };
}
