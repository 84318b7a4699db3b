import { jest } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import type { FeedMessage } from '#messaging/feed/feed';
import { brokerSays } from '#messaging/kafka/feed-trouble';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { startCluster, type KafkaCluster } from '#tests/engines/kafka/cluster';
import { receiving } from '#tests/kafka/receiving';

jest.setTimeout(180_000);

const message = (topic: string, value: string): FeedMessage => ({ topic, key: 'eva', value, headers: {} });

describe('a Kafka shared with others, whose topic has no leader', () => {
  let cluster: KafkaCluster;
  beforeAll(async () => {
    cluster = await startCluster(3);
  });
  afterAll(() => cluster.remove());

  it('is sent to, given new topics and received from all the same', async () => {
    const brokers = cluster.brokers.split(',');
    const ours = () => kafkaFeed({ brokers, replication: 3, partitions: 2 });
    const before = ours();
    await before.ensureTopics(['aanzet.ours']);
    await before.close();
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const [, , last] = cluster.nodes;
    const replicaAssignment = [{ partition: 0, replicas: [3] }];
    await admin.createTopics({ topics: [{ topic: 'theirs', replicaAssignment }], waitForLeaders: true });
    await last?.kill();
    const isLeaderless = async () => {
      const error: unknown = await admin.listTopics().catch((caught: unknown) => caught);
      return brokerSays(error, 'LEADER_NOT_AVAILABLE');
    };
    while (!(await isLeaderless()));
    await admin.disconnect();

    const feed = ours();
    const receiver = receiving();
    await feed.ensureTopics(['aanzet.ours', 'aanzet.new']);
    const producer = await feed.producer();
    await producer.send([message('aanzet.ours', '1'), message('aanzet.new', '2')]);
    const consumer = await feed.follow({
      ...{ group: 'ours', topics: ['aanzet.ours', 'aanzet.new'] },
      take: receiver.take,
    });
    await receiver.until((all) => all.length === 2);
    await producer.send([message('aanzet.ours', '3')]);
    const got = await receiver.until((all) => all.length === 3);

    expect(got.map(({ value }) => value).sort()).toEqual(['1', '2', '3']);
    await consumer.close();
    await producer.close();
    await feed.close();
  });
});
