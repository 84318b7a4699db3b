import { Partitioners, type ICustomPartitioner, type Kafka, type Producer } from 'kafkajs';
import type { FeedMessage, FeedProducer } from '#messaging/feed/feed';
import { brokerSays, FeedTrouble, orTrouble } from '#messaging/kafka/feed-trouble';

function byTopic(messages: readonly FeedMessage[]) {
  const topics = new Map<string, FeedMessage[]>();
  for (const message of messages) topics.set(message.topic, [...(topics.get(message.topic) ?? []), message]);
  return [...topics].map(([topic, all]) => ({
    topic,
    messages: all.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
  }));
}

/**
 * Connects; false when a topic of the Kafka, perhaps somebody else's, has no leader: the client asks for all of them. One
 * that cannot connect is closed, for it may hold connections all the same.
 */
async function connects(producer: Producer): Promise<boolean> {
  try {
    await producer.connect();
    return true;
  } catch (error) {
    if (brokerSays(error, 'LEADER_NOT_AVAILABLE')) return false;
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}

/** Connects as one that has to do with these topics and no others: sending nothing makes them known. */
async function connectFor(producer: Producer, topics: readonly string[]): Promise<void> {
  await producer.sendBatch({ acks: -1, topicMessages: topics.map((topic) => ({ topic, messages: [] })) });
  await producer.connect();
}

/** A producer that is connected. Rejects with FeedTrouble. */
export async function producerOf(kafka: Kafka): Promise<FeedProducer> {
  const meant = new Set<string>();
  const createPartitioner: ICustomPartitioner = () => {
    const partitionOf = Partitioners.DefaultPartitioner();
    return (about) => {
      const partition = partitionOf(about);
      meant.add(`${about.topic} ${partition}`);
      return partition;
    };
  };
  const settings = { idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false };
  const producer = kafka.producer({ ...settings, createPartitioner });
  let isReady = await orTrouble(connects(producer));
  return {
    async send(messages) {
      if (messages.length === 0) return;
      const topicMessages = byTopic(messages);
      if (!isReady) {
        await orTrouble(
          connectFor(
            producer,
            topicMessages.map(({ topic }) => topic),
          ),
        );
        isReady = true;
      }
      meant.clear();
      const acknowledged = await orTrouble(producer.sendBatch({ acks: -1, topicMessages }));
      for (const { topicName, partition } of acknowledged) meant.delete(`${topicName} ${partition}`);
      // Where it tries again after a leader moved, the client leaves out what went to one that has answered before.
      if (meant.size > 0) throw new FeedTrouble('not everything was acknowledged', undefined);
    },
    close: () => orTrouble(producer.disconnect()),
  };
}
