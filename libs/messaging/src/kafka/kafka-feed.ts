import { Kafka, logLevel, type EachMessagePayload, type SASLOptions } from 'kafkajs';
import type { Feed, FeedMessage, Following, ReceivedMessage } from '#messaging/feed/feed';

/** How a Kafka is reached. */
export interface KafkaAddress {
  readonly brokers: readonly string[];
  /** Of topics that are made: on how many brokers each message is held, and in how many partitions a topic is cut. */
  readonly replication: number;
  readonly partitions: number;
  readonly tls?: boolean;
  readonly account?: { readonly username: string; readonly password: string };
}

/** The feed cannot do what it was asked, now or at all. `reason` is a kind of error of the client or a code of the broker. */
export class FeedTrouble extends Error {
  constructor(
    readonly reason: string,
    cause: unknown,
  ) {
    super(`Kafka: ${reason}`, { cause });
    this.name = 'FeedTrouble';
  }
}

const CLIENT = 'aanzet';
const OFFSET_GONE = 'Offset out of range, resetting';
/** Short, for whoever uses the feed tries again itself and can be asked meanwhile how it is doing. */
const RETRY = { initialRetryTime: 100, maxRetryTime: 1000, retries: 6 };
const SESSION_MS = 10_000;
const LONGEST_WAIT_MS = 500;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? `, ${reasonOf(error.cause)}` : '';
  const several: unknown = 'errors' in error ? error.errors : undefined;
  if (Array.isArray(several)) return [...new Set(several.map(reasonOf))].join(', ');
  const type = 'type' in error && typeof error.type === 'string' ? ` ${error.type}` : '';
  return `${error.name}${type}${cause}`;
}

async function orTrouble<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new FeedTrouble(reasonOf(error), error);
  }
}

function byTopic(messages: readonly FeedMessage[]) {
  const topics = new Map<string, FeedMessage[]>();
  for (const message of messages) topics.set(message.topic, [...(topics.get(message.topic) ?? []), message]);
  return [...topics].map(([topic, all]) => ({
    topic,
    messages: all.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
  }));
}

function received({ topic, partition, message }: EachMessagePayload): ReceivedMessage {
  const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) =>
    value === undefined || Array.isArray(value) ? [] : [[name, value.toString()] as const],
  );
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
    headers: Object.fromEntries(headers),
  };
}

/** The feed over Kafka: the one file that knows the client. Rejects with FeedTrouble. */
export function kafkaFeed({ brokers, replication, partitions, tls = false, account }: KafkaAddress): Feed {
  const sasl: SASLOptions | undefined = account && { mechanism: 'scram-sha-512', ...account };
  const heard = new Set<(line: string) => void>();
  const kafka = new Kafka({
    clientId: CLIENT,
    brokers: [...brokers],
    ssl: tls,
    ...(sasl && { sasl }),
    retry: RETRY,
    logLevel: logLevel.ERROR,
    // What it says may quote what was sent; only that an offset is gone is known by no other way.
    logCreator: () => (entry) => {
      for (const hear of heard) hear(entry.log.message);
    },
  });
  const admin = kafka.admin();
  let connected: Promise<void> | undefined;
  const there = new Set<string>();

  async function connect(): Promise<void> {
    connected ??= admin.connect();
    try {
      await connected;
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

    async follow({ group, topics, take, onTrouble }: Following) {
      const consumer = kafka.consumer({
        groupId: group,
        allowAutoTopicCreation: false,
        sessionTimeout: SESSION_MS,
        maxWaitTimeInMs: LONGEST_WAIT_MS,
        retry: { ...RETRY, restartOnFailure: () => Promise.resolve(true) },
      });
      const hear = (line: string) => {
        if (line.startsWith(OFFSET_GONE)) onTrouble?.('offset-gone');
      };
      heard.add(hear);
      consumer.on(consumer.events.CRASH, () => onTrouble?.('disturbed'));
      await orTrouble(consumer.connect());
      await orTrouble(consumer.subscribe({ topics: [...topics], fromBeginning: true }));
      await orTrouble(consumer.run({ eachMessage: (payload) => take(received(payload)) }));
      return {
        async close() {
          heard.delete(hear);
          await orTrouble(consumer.disconnect());
        },
      };
    },

    async close() {
      if (connected) await orTrouble(admin.disconnect());
      connected = undefined;
    },
  };
}
