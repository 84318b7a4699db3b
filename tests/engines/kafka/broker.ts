import type { Guard } from '#tests/engines/kafka/accounts';
import { startCluster } from '#tests/engines/kafka/cluster';
import type { KafkaNode } from '#tests/engines/kafka/node';

/** A Kafka of one node (KRaft) on this machine, with its data in a folder of its own. */
export interface KafkaBroker extends KafkaNode {
  /** `127.0.0.1:port`; the same after a stop and a start. */
  readonly brokers: string;
}

/** Formats its storage and starts it. Throws with what Kafka said when it does not come to serve. */
export async function startBroker(guard?: Guard): Promise<KafkaBroker> {
  const { brokers, nodes } = await startCluster(1, guard);
  const [node] = nodes;
  if (!node) throw new Error('a Kafka of no node');
  return { brokers, ...node };
}
