import { Partitioners } from 'kafkajs';
import type { FeedMessage } from '#messaging/feed/feed';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { receiving } from '#tests/kafka/receiving';
import { onThreeNodes } from '#tests/kafka/three-nodes/three-nodes';

const TOPIC = 'aanzet.moved';
const partitionOf = Partitioners.DefaultPartitioner();
const partitionMetadata = [0, 1].map((partitionId) => ({
  ...{ partitionErrorCode: 0, partitionId, leader: 1, replicas: [], isr: [] },
}));

/** A message for this partition: its key is sought. */
function messageFor(partition: number, value: string): FeedMessage {
  const goesTo = (key: string) => partitionOf({ topic: TOPIC, partitionMetadata, message: { key, value } });
  const key = ['eva', 'kees', 'marianne', 'noor', 'sam', 'ties'].find((each) => goesTo(each) === partition);
  if (key === undefined) throw new Error(`no key goes to partition ${partition}`);
  return { topic: TOPIC, key, value, headers: {} };
}

describe('a partition whose leader moves to a broker that has just answered for another', () => {
  const kafka = onThreeNodes();

  it('is not taken for sent to: the sender hears that it was not, and sends it again', async () => {
    const { brokers, admin } = kafka();
    const leaderOf = async (wanted: number) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [TOPIC] });
      return topics[0]?.partitions.find(({ partitionId }) => partitionId === wanted)?.leader;
    };
    const replicaAssignment = [
      { partition: 0, replicas: [1] },
      { partition: 1, replicas: [2] },
    ];
    await admin.createTopics({ topics: [{ topic: TOPIC, replicaAssignment }], waitForLeaders: true });
    const feed = kafkaFeed({ brokers, replication: 1, partitions: 2 });
    const producer = await feed.producer();
    await producer.send([messageFor(0, 'a'), messageFor(1, 'b')]);
    const moved = [{ topic: TOPIC, partitionAssignment: [{ partition: 1, replicas: [1] }] }];
    await admin.alterPartitionReassignments({ topics: moved });
    while ((await leaderOf(1)) !== 1);

    const batch = [messageFor(0, 'c'), messageFor(1, 'd')];
    await expect(producer.send(batch)).rejects.toThrow('not everything was acknowledged');
    await producer.send(batch);
    const receiver = receiving();
    const consumer = await feed.follow({ group: 'ours', topics: [TOPIC], take: receiver.take });
    const got = await receiver.until((all) => all.length === 5);

    const of = (partition: number) => got.filter((each) => each.partition === partition).map(({ value }) => value);
    expect(of(0)).toEqual(['a', 'c', 'c']);
    expect(of(1)).toEqual(['b', 'd']);
    await consumer.close();
    await producer.close();
    await feed.close();
  });
});
