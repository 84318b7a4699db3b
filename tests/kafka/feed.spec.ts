import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import type { Feed, FeedConsumer, FeedMessage, ReceivedMessage } from '#messaging/feed/feed';
import { FeedTrouble } from '#messaging/kafka/feed-trouble';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { brokersOfRun, receiving } from '#tests/kafka/receiving';

jest.setTimeout(60_000);

const message = (topic: string, key: string, value: string): FeedMessage => ({
  topic,
  key,
  value,
  headers: { 'content-type': 'text/plain' },
});

describe('the feed over Kafka', () => {
  let feed: Feed;
  const consumers: FeedConsumer[] = [];
  beforeAll(() => {
    feed = kafkaFeed({ brokers: [brokersOfRun()], replication: 1, partitions: 3 });
  });
  afterAll(async () => {
    for (const consumer of consumers) await consumer.close();
    await feed.close();
  });

  async function fresh(): Promise<string> {
    const topic = `spec.${randomUUID()}`;
    await feed.ensureTopics([topic, topic]);
    return topic;
  }

  it('keeps the order of a key, whatever comes between, and gives each receiver group everything', async () => {
    const topic = await fresh();
    const producer = await feed.producer();
    const sent = Array.from({ length: 60 }, (_, n) => message(topic, `key-${n % 5}`, `${n}`));
    await producer.send(sent.slice(0, 25));
    await producer.send(sent.slice(25));
    await producer.send([]);
    await producer.close();

    for (const group of ['one', 'other']) {
      const receiver = receiving();
      consumers.push(await feed.follow({ group: `${topic}.${group}`, topics: [topic], take: receiver.take }));
      const got = await receiver.until((all) => all.length >= sent.length);
      for (let key = 0; key < 5; key++) {
        const values = got.filter((one) => one.key === `key-${key}`).map(({ value }) => Number(value));
        expect(values).toEqual(Array.from({ length: 12 }, (_, n) => n * 5 + key));
      }
      expect(got[0]?.headers).toEqual({ 'content-type': 'text/plain' });
    }
  });

  it('gives a message again that was not taken, before those behind it', async () => {
    const topic = await fresh();
    const producer = await feed.producer();
    await producer.send(['1', '2', '3'].map((value) => message(topic, 'same', value)));
    await producer.close();
    let refused = 0;
    const receiver = receiving();
    const once = async (one: ReceivedMessage) => {
      if (one.value === '2' && refused++ === 0) throw new Error('not now');
      await receiver.take(one);
    };
    consumers.push(await feed.follow({ group: topic, topics: [topic], take: once }));

    const got = await receiver.until((all) => all.some(({ value }) => value === '3'));

    const firsts = [...new Set(got.map(({ value }) => value))];
    expect(firsts).toEqual(['1', '2', '3']);
    expect(refused).toBeGreaterThan(0);
  });

  it('goes on where a receiver of the same group stopped', async () => {
    const topic = await fresh();
    const producer = await feed.producer();
    const first = receiving();
    const consumer = await feed.follow({ group: topic, topics: [topic], take: first.take });
    await producer.send([message(topic, 'a', 'before')]);
    await first.until((all) => all.length === 1);
    await consumer.close();
    await producer.send([message(topic, 'a', 'after')]);
    await producer.close();

    const second = receiving();
    consumers.push(await feed.follow({ group: topic, topics: [topic], take: second.take }));

    expect((await second.until((all) => all.length === 1)).map(({ value }) => value)).toEqual(['after']);
  });

  it('makes a topic anew that somebody removed, for whoever begins to send again', async () => {
    const topic = await fresh();
    const other = await fresh();
    const producer = await feed.producer();
    await producer.send([message(topic, 'same', '1')]);
    const admin = new Kafka({ brokers: [brokersOfRun()], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
    const isSent = () =>
      producer.send([message(topic, 'same', '2')]).then(
        () => true,
        () => false,
      );
    while (await isSent());
    await producer.close();

    const again = await feed.producer();
    await feed.ensureTopics([topic, other]);
    await again.send([message(topic, 'same', '3')]);
    await again.close();
    const receiver = receiving();
    consumers.push(await feed.follow({ group: `${topic}.late`, topics: [topic], take: receiver.take }));
    expect((await receiver.until((all) => all.length > 0)).map(({ value }) => value)).toEqual(['3']);
  });

  it('rejects what cannot be sent, and says of what kind the trouble is', async () => {
    const producer = await feed.producer();
    const refused = producer.send([message(`spec.${randomUUID()}`, 'a', 'to no topic')]);
    await expect(refused).rejects.toThrow(FeedTrouble);
    await producer.close();
    await expect(feed.ensureTopics(['no such name!'])).rejects.toThrow('INVALID_TOPIC_EXCEPTION');
    const nowhere = kafkaFeed({ brokers: ['127.0.0.1:1'], replication: 1, partitions: 1 });
    await expect(nowhere.ensureTopics(['any'])).rejects.toThrow(FeedTrouble);
  });
});
