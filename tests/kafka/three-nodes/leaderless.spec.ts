import type { FeedMessage } from '#messaging/feed/feed';
import { brokerSays } from '#messaging/kafka/feed-trouble';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { receiving } from '#tests/kafka/receiving';
import { onThreeNodes } from '#tests/kafka/three-nodes/three-nodes';

const message = (topic: string, value: string): FeedMessage => ({ topic, key: 'eva', value, headers: {} });

describe('a Kafka shared with others, whose topic has no leader', () => {
  const kafka = onThreeNodes();

  it('is sent to, given new topics and received from all the same', async () => {
    const { brokers, nodes, admin } = kafka();
    const ours = () => kafkaFeed({ brokers, replication: 3, partitions: 2 });
    const before = ours();
    await before.ensureTopics(['aanzet.ours']);
    await before.close();
    const [, , last] = nodes;
    const replicaAssignment = [{ partition: 0, replicas: [3] }];
    await admin.createTopics({ topics: [{ topic: 'theirs', replicaAssignment }], waitForLeaders: true });
    await last?.kill();
    const isLeaderless = async () => {
      const error: unknown = await admin.listTopics().catch((caught: unknown) => caught);
      return brokerSays(error, 'LEADER_NOT_AVAILABLE');
    };
    while (!(await isLeaderless()));

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
