import type { Admin } from 'kafkajs';

/** Where a receiver group is in a partition, and what is kept of that: from `low` up to before `high`. */
export interface Whereabouts {
  readonly topic: string;
  readonly partition: number;
  /** The next message to be taken; below zero where the group has none. */
  readonly committed: bigint;
  readonly low: bigint;
  readonly high: bigint;
}

/** What the client commits before it begins anew at the oldest message, for it found its offset gone. */
const RESET = -2n;

/** Whether messages that the group has not taken are no longer there. */
export function hasGap({ committed, low, high }: Omit<Whereabouts, 'topic' | 'partition'>): boolean {
  if (committed === RESET) return true;
  return committed < 0n ? low > 0n : committed < low || committed > high;
}

/** Where a group is in every partition of a topic. */
export async function whereaboutsOf(
  admin: Pick<Admin, 'fetchOffsets' | 'fetchTopicOffsets'>,
  groupId: string,
  topic: string,
): Promise<readonly Whereabouts[]> {
  const kept = await admin.fetchTopicOffsets(topic);
  const [own] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const committed = new Map(own?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]));
  return kept.map(({ partition, low, high }) => ({
    ...{ topic, partition, committed: committed.get(partition) ?? -1n },
    ...{ low: BigInt(low), high: BigInt(high) },
  }));
}
