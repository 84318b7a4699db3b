import type { Admin, Consumer, EachMessagePayload, IMemberAssignment, Kafka } from 'kafkajs';
import type { FeedConsumer, Following, ReceivedMessage } from '#messaging/feed/feed';
import { RETRY } from '#messaging/kafka/client-options';
import { isOfHandler, NotTaken, orTrouble, troubleOf } from '#messaging/kafka/feed-trouble';
import { flowThrough } from '#messaging/kafka/flow';
import { gateBefore } from '#messaging/kafka/gate';
import { hasGap, whereaboutsOf, type Whereabouts } from '#messaging/kafka/whereabouts';
import { aborted } from '#messaging/transport/aborted';
import { growingPause } from '#messaging/transport/pause';

/** What a consumer needs of the client. */
export interface ConsumerClient {
  readonly kafka: Kafka;
  readonly admin: () => Promise<Admin>;
  /** Hears what the client logs, until the function that it gives is called. */
  readonly hear: (ear: (said: Readonly<Record<string, unknown>>) => void) => () => void;
}

const OFFSET_GONE = 'Offset out of range, resetting';
const SESSION_MS = 10_000;
const LONGEST_WAIT_MS = 500;

const placeOf = ({ topic, partition }: Pick<Whereabouts, 'topic' | 'partition'>) => `${topic} ${partition}`;

function received({ topic, partition, message }: EachMessagePayload): ReceivedMessage {
  const headers = Object.entries(message.headers ?? {}).flatMap(([name, value]) =>
    value === undefined || Array.isArray(value) ? [] : [[name, value.toString()] as const],
  );
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? '',
    value: message.value?.toString() ?? '',
    headers: Object.fromEntries(headers),
  };
}

/** Has these partitions begin at the oldest message that was kept when they were looked at, and nowhere behind it. */
async function beginAt(consumer: Consumer, places: readonly Whereabouts[]): Promise<void> {
  const offsets = places.map(({ topic, partition, low }) => ({ topic, partition, offset: `${low}` }));
  // Committed, so that whoever has the partition next does not rewind again; sought, for the client may be further.
  if (offsets.length > 0) await consumer.commitOffsets(offsets);
  for (const one of offsets) consumer.seek(one);
}

/**
 * Follows topics. Before anything is taken of partitions that were assigned anew, or that the client set back because its
 * offset was gone, it is looked whether messages are missing; when they are, a rewind comes first. What the client commits
 * when it sets back is no offset, so that a process that dies meanwhile, or another one of the group, finds the gap too.
 */
export async function followWith(
  { kafka, admin, hear }: ConsumerClient,
  { group, topics, take, rewind, onTrouble, onWell = () => undefined }: Following,
): Promise<FeedConsumer> {
  const consumer = kafka.consumer({
    groupId: group,
    allowAutoTopicCreation: false,
    sessionTimeout: SESSION_MS,
    maxWaitTimeInMs: LONGEST_WAIT_MS,
    retry: { ...RETRY, restartOnFailure: () => Promise.resolve(true) },
  });
  const ended = Promise.withResolvers<undefined>();
  const setBack = new Set<string>();
  let assigned: IMemberAssignment = {};

  async function fill(signal: AbortSignal): Promise<boolean> {
    const client = await admin();
    const all = await Promise.all(topics.map((topic) => whereaboutsOf(client, group, topic)));
    const own = all.flat().filter(({ topic, partition }) => assigned[topic]?.includes(partition));
    const gaps = own.filter((one) => setBack.has(placeOf(one)) || hasGap(one));
    if (gaps.length > 0) {
      flow.troubled();
      onTrouble?.('offset-gone');
      if (rewind) await rewind(signal);
      else await aborted(signal);
      if (signal.aborted) return true;
    }
    const anew = own.filter((one) => gaps.includes(one) || one.committed < 0n);
    for (const one of anew) {
      setBack.delete(placeOf(one));
      flow.settled(one.topic, one.partition);
    }
    await beginAt(consumer, anew);
    return anew.length > 0;
  }

  function disturbed(error: unknown): void {
    flow.troubled();
    onTrouble?.('disturbed', troubleOf(error));
  }

  const gate = gateBefore(async (signal) => {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        return await fill(signal);
      } catch (error) {
        disturbed(error);
        await growingPause(tries, signal);
      }
    }
    return true;
  });

  const flow = flowThrough(() => gate.isOpen(), onWell);

  const deafen = hear(({ message, groupId, topic, partition }) => {
    if (groupId !== group || typeof message !== 'string' || !message.startsWith(OFFSET_GONE)) return;
    setBack.add(placeOf({ topic: String(topic), partition: Number(partition) }));
    gate.shut();
  });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assigned = payload.memberAssignment;
    gate.shut();
    flow.joined(assigned);
  });
  consumer.on(consumer.events.FETCH_START, ({ payload }) => {
    flow.asks(payload.nodeId);
  });
  consumer.on(consumer.events.FETCH, ({ payload }) => {
    flow.answered(payload.nodeId);
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    // Whoever takes messages knows that itself.
    if (!isOfHandler(payload.error)) disturbed(payload.error);
    if (!payload.restart) ended.resolve(undefined);
  });

  async function close(): Promise<void> {
    deafen();
    await gate.close();
    await orTrouble(consumer.disconnect());
  }

  try {
    await orTrouble(consumer.connect());
    await orTrouble(consumer.subscribe({ topics: [...topics], fromBeginning: true }));
    const eachMessage = async (payload: EachMessagePayload) => {
      await gate.pass(() => payload.heartbeat());
      const { topic, partition } = payload;
      try {
        await take(received(payload));
      } catch (fault) {
        flow.refused(topic, partition);
        throw new NotTaken(fault);
      }
      flow.settled(topic, partition);
    };
    await orTrouble(consumer.run({ eachMessage }));
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
  return { ended: ended.promise, close };
}
