import { once } from 'node:events';
import type { Feed, FeedConsumer } from '#messaging/feed/feed';
import { TRACE_HEADER } from '#messaging/feed/traced-feed';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import type { Audience, EventSource, Pause } from '#messaging/transport/event-source';
import { growingPause } from '#messaging/transport/pause';

export interface KafkaSourceOptions {
  readonly feed: Pick<Feed, 'ensureTopics' | 'follow'>;
  /** Receivers of one group share the work; a new group begins at the oldest message that is kept. */
  readonly group: string;
  readonly audience: Audience;
  /** Another topic than that of the audience. */
  readonly topic?: string;
  readonly pause?: Pause;
}

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, 'abort');
};

/** Messages from Kafka. While it cannot be reached it is tried again. */
export function kafkaSource({
  feed,
  group,
  audience,
  topic: other,
  pause = growingPause,
}: KafkaSourceOptions): EventSource {
  const topic = other ?? (audience === null ? INTERNAL_TOPIC : partnerTopic(audience));
  return {
    async run(take, signal, report) {
      async function follow(): Promise<FeedConsumer> {
        await feed.ensureTopics([topic]);
        return feed.follow({
          group,
          topics: [topic],
          async take({ partition, offset, value, headers }) {
            const trace = headers[TRACE_HEADER];
            try {
              const place = `${topic} ${partition} ${offset}`;
              await take({ place, content: value, ...(trace !== undefined && { trace }) });
            } catch (fault) {
              report({ state: 'troubled', why: 'handler', fault });
              throw fault;
            }
            report({ state: 'receiving' });
          },
          onTrouble: (trouble) => {
            report({ state: 'troubled', why: trouble === 'offset-gone' ? 'offset-gone' : 'source' });
          },
        });
      }

      for (let tries = 1; !signal.aborted; tries++) {
        try {
          const consumer = await follow();
          report({ state: 'receiving' });
          await aborted(signal);
          await consumer.close().catch(() => undefined);
        } catch (fault) {
          report({ state: 'troubled', why: 'source', fault });
          await pause(tries, signal);
        }
      }
    },
  };
}
