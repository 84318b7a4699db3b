import type { Admin } from 'kafkajs';
import { brokerSays } from '#messaging/kafka/feed-trouble';

/** Of topics that are made: in how many partitions each is cut, and on how many brokers each message is held. */
export interface TopicShape {
  readonly partitions: number;
  readonly replication: number;
}

/**
 * Whether a topic is there. It alone is asked for: a question for all fails for as long as any topic of the Kafka, somebody
 * else's too, has no leader.
 */
async function isThere(admin: Admin, topic: string): Promise<boolean> {
  try {
    await admin.fetchTopicMetadata({ topics: [topic] });
    return true;
  } catch (error) {
    if (brokerSays(error, 'UNKNOWN_TOPIC_OR_PARTITION')) return false;
    if (brokerSays(error, 'LEADER_NOT_AVAILABLE')) return true;
    throw error;
  }
}

/** Makes the topics that are not there; what is there is asked once. */
export function topicMaker(connected: () => Promise<Admin>, { partitions, replication }: TopicShape) {
  const there = new Set<string>();
  let isAimed = false;

  return async (topics: readonly string[]): Promise<void> => {
    const unknown = topics.filter((topic) => !there.has(topic));
    if (unknown.length === 0) return;
    const admin = await connected();
    const missing: string[] = [];
    for (const topic of unknown) {
      if (await isThere(admin, topic)) there.add(topic);
      else missing.push(topic);
    }
    if (missing.length === 0) return;
    const [own] = there;
    // Before it makes a topic the client asks for the leaders of those that it has to do with; without any, of all.
    if (!isAimed && own !== undefined) await admin.fetchTopicOffsets(own);
    isAimed ||= own !== undefined;
    // What only one broker holds is not acknowledged, where there are more: it would be lost with that one.
    const configEntries = [{ name: 'min.insync.replicas', value: `${Math.min(2, replication)}` }];
    const shape = { numPartitions: partitions, replicationFactor: replication, configEntries };
    const each = missing.map((topic) => ({ topic, ...shape }));
    await admin.createTopics({ topics: each, waitForLeaders: true }).catch((error: unknown) => {
      // They are made, and a broker that was asked for their leaders has not heard of them yet: whoever sends asks again.
      if (!brokerSays(error, 'UNKNOWN_TOPIC_OR_PARTITION')) throw error;
    });
    for (const topic of missing) there.add(topic);
  };
}
