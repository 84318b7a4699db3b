import type { Guard } from '#tests/engines/kafka/accounts';
import { kafkaNode, type KafkaNode, type NodePorts } from '#tests/engines/kafka/node';
import { HOST, ownPort } from '#tests/engines/kafka/ports';

/** A Kafka (KRaft) of so many nodes on this machine. */
export interface KafkaCluster {
  /** `127.0.0.1:port`, a comma between them; the same after a stop and a start. */
  readonly brokers: string;
  readonly nodes: readonly KafkaNode[];
  /** Stops all and removes their data. */
  remove(): Promise<void>;
}

/** Starts a Kafka, guarded or not, whose topics are held by all of its nodes; of three, two must have a message. */
export async function startCluster(size: number, guard?: Guard): Promise<KafkaCluster> {
  const ports: NodePorts[] = [];
  for (let n = 0; n < size; n++) ports.push({ port: await ownPort(), controller: await ownPort() });
  const nodes: KafkaNode[] = [];
  const remove = async () => {
    await Promise.all(nodes.map((node) => node.remove()));
  };
  try {
    for (const index of ports.keys()) nodes.push(await kafkaNode(ports, index, guard));
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await remove();
    throw error;
  }
  return { brokers: ports.map(({ port }) => `${HOST}:${port}`).join(','), nodes, remove };
}
