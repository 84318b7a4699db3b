import type { Feed, FeedConsumer } from '#messaging/feed/feed';
import { TRACE_HEADER } from '#messaging/feed/traced-feed';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { aborted } from '#messaging/transport/aborted';
import type { Audience, EventSource, Pause, ReceivingHealth } from '#messaging/transport/event-source';
import { growingPause } from '#messaging/transport/pause';
import { rewind, type ReadFeed } from '#messaging/transport/rewind';

export interface KafkaSourceOptions {
  readonly feed: Pick<Feed, 'ensureTopics' | 'follow'>;
  /** Receivers of one group share the work; a new group begins at the oldest message. */
  readonly group: string;
  readonly audience: Audience;
  /** Another topic than that of the audience. */
  readonly topic?: string;
  /**
   * Reads what Kafka no longer keeps, of the casus: a receiver that handles what becomes of homes, which stands in the
   * topic of a corporation too, needs one that reads their feed as well. Without it a receiver that misses something takes
   * nothing more: so it is for the audience `null`, which the feed over HTTP does not have.
   */
  readonly past?: ReadFeed;
  readonly pause?: Pause;
}

/** Messages from Kafka. While it cannot be reached it is tried again. What it no longer keeps comes from the past first. */
export function kafkaSource(options: KafkaSourceOptions): EventSource {
  const { feed, group, audience, past, pause = growingPause } = options;
  const topic = options.topic ?? (audience === null ? INTERNAL_TOPIC : partnerTopic(audience));
  return {
    async run(take, signal, report) {
      let isRewinding = false;
      let tries = 0;
      const tell = (health: ReceivingHealth) => {
        if (!isRewinding) report(health);
      };

      async function fromThePast(stopping: AbortSignal): Promise<void> {
        const missing = { state: 'troubled', why: 'offset-gone' } as const;
        isRewinding = true;
        report(missing);
        const onFault = (fault: unknown) => {
          report({ ...missing, fault });
        };
        if (past) await rewind({ read: past, take, pause, onFault }, stopping);
        else await aborted(stopping);
        isRewinding = false;
      }

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
              tell({ state: 'troubled', why: 'handler', fault });
              throw fault;
            }
          },
          rewind: fromThePast,
          onTrouble: (trouble, fault) => {
            if (trouble === 'disturbed') tell({ state: 'troubled', why: 'source', fault });
          },
          onWell: () => {
            tries = 0;
            tell({ state: 'receiving' });
          },
        });
      }

      while (!signal.aborted) {
        try {
          const consumer = await follow();
          await Promise.race([aborted(signal), consumer.ended]);
          await consumer.close().catch(() => undefined);
        } catch (fault) {
          report({ state: 'troubled', why: 'source', fault });
        }
        tries += 1;
        await pause(tries, signal);
      }
    },
  };
}
