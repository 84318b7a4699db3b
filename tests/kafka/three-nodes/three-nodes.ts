import { jest } from '@jest/globals';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { startCluster, type KafkaCluster } from '#tests/engines/kafka/cluster';

/** A Kafka of three nodes, and a client that may change what it likes there. */
export interface ThreeNodes extends Pick<KafkaCluster, 'nodes'> {
  readonly brokers: readonly string[];
  readonly admin: Admin;
}

/** Has the specs around it run against a Kafka of three nodes of their own, which is there once they run. */
export function onThreeNodes(): () => ThreeNodes {
  let cluster: KafkaCluster | undefined;
  let there: ThreeNodes | undefined;
  // Three nodes take long to start.
  jest.setTimeout(180_000);
  beforeAll(async () => {
    cluster = await startCluster(3);
    const brokers = cluster.brokers.split(',');
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    there = { brokers, nodes: cluster.nodes, admin };
  });
  afterAll(async () => {
    await there?.admin.disconnect();
    await cluster?.remove();
  });
  return () => {
    if (!there) throw new Error('the three nodes are there once a spec runs');
    return there;
  };
}
