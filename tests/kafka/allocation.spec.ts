import { partnerTopic } from '#messaging/feed/topics';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { startBroker } from '#tests/engines/kafka/broker';
import { allocationJourney } from '#tests/journeys/allocation-journey';
import { firstsOf } from '#tests/kafka/expected';
import { receiving } from '#tests/kafka/receiving';

const TOPIC = partnerTopic('corporatie');

describe('a home, over Kafka', () => {
  allocationJourney(async () => {
    // Its own, for the group of the corporation's receivers is one for all that are called so.
    const broker = await startBroker();
    const feed = kafkaFeed({ brokers: [broker.brokers], replication: 1, partitions: 3 });
    return {
      environment: { KAFKA_BROKERS: broker.brokers, KAFKA_PARTITIONS: '3' },
      async hears(told) {
        const receiver = receiving();
        const consumer = await feed.follow({ group: 'spec', topics: [TOPIC], take: receiver.take });
        const ofHomes = () => receiver.all.filter(({ key }) => told.some(({ subject }) => subject === key));
        await receiver.until(() => ofHomes().length >= told.length);
        await consumer.close();
        const bySubject = Map.groupBy(told, ({ subject }) => subject);
        expect(firstsOf(ofHomes())).toEqual(
          new Map([...bySubject].map(([home, events]) => [`${TOPIC} ${home}`, events.map((e) => JSON.stringify(e))])),
        );
      },
      async close() {
        await feed.close();
        await broker.remove();
      },
    };
  });
});
