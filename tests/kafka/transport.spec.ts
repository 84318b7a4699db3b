import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { messageOf } from '#messaging/feed/message-of';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { SENDER } from '#tests/contract/receiving-desk';
import { transportContract } from '#tests/contract/transport-contract';
import { brokersOfRun } from '#tests/kafka/receiving';

// A group of receivers that forms anew takes a while.
jest.setTimeout(60_000);

describe('handlers of events, over Kafka', () => {
  transportContract(async () => {
    const topic = `spec.${randomUUID()}`;
    const feed = kafkaFeed({ brokers: [brokersOfRun()], replication: 1, partitions: 3 });
    await feed.ensureTopics([topic]);
    const producer = await feed.producer();
    return {
      send: (events) =>
        producer.send(events.map((event) => ({ ...messageOf({ partner: null, event }, SENDER), topic }))),
      source: () => kafkaSource({ feed, group: topic, audience: null, topic, pause: () => Promise.resolve() }),
      async close() {
        await producer.close();
        await feed.close();
      },
    };
  });
});
