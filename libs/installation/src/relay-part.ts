import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { EventStore } from '#event-sourcing/event-store';
import { PoisonEvent } from '#event-sourcing/poison-event';
import type { Sender } from '#messaging/contract/cloud-event';
import { tracedFeed } from '#messaging/feed/traced-feed';
import { kafkaFeed, type KafkaAddress } from '#messaging/kafka/kafka-feed';
import { messagesFrom } from '#messaging/relay/messages';
import type { RelayLog } from '#messaging/relay/relay';
import { RelayModule } from '#messaging/relay/relay.module';
import { RelayService } from '#messaging/relay/relay.service';
import type { TellFrom } from '#messaging/told/told';
import type { Clock } from '#platform/clock';
import { leadershipBy } from '#platform/database/leadership';
import { NotWorking } from '#platform/http/health.module';
import { gauge } from '#platform/telemetry/gauge';
import { wait } from '#platform/wait';
import type { Part } from '#installation/service';
import { waitedMs } from '#installation/waited';
import type { Kysely } from 'kysely';

export interface RelayPartOptions<DB> {
  /** What it is called in health and figures, by its checkpoint and its lock: of which log it tells. */
  readonly name: string;
  readonly tell: TellFrom;
  /** The log that it tells of, and where it keeps how far it has come. */
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  /** Where relays of one log agree who of them sends. */
  readonly db: Kysely<DB>;
  readonly kafka: KafkaAddress;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: RelayLog;
}

const LOOK_AGAIN_MS = 1000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** A relay of one log to Kafka, as part of a service. Several of them side by side send nothing out of order. */
export function relayPart<DB>(options: RelayPartOptions<DB>): Required<Part> {
  const { name, tell, store, checkpoints, db, kafka, sender, clock, log } = options;
  const messages = messagesFrom(tell, store, sender);
  // Two relays in one database are two: each has its own place, and neither waits for the other.
  const checkpoint = `${name}.v1`;
  const relay = new RelayService({
    ...{ checkpoint, store, checkpoints, messages, log },
    feed: tracedFeed(kafkaFeed(kafka)),
    leadership: leadershipBy(db, checkpoint, (signal) => wait(LOOK_AGAIN_MS, signal)),
    pause: (tries, signal) => wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)), signal),
  });
  const endFigure = gauge('aanzet.feed.delay', 'Milliseconds that an event has waited to be sent', async () => {
    const sent = await checkpoints.load(checkpoint);
    return [{ value: await waitedMs(store, clock, sent, { categories: messages.categories }), of: { relay: name } }];
  });
  return {
    modules: [RelayModule.of(relay)],
    probes: {
      // Without Kafka everything but the feed goes on, so that is told and no reason to be taken out of service.
      [name]() {
        const { state, position, fault } = relay.health();
        if (fault instanceof PoisonEvent) {
          return Promise.reject(new NotWorking({ stoppedAt: fault.type, position: fault.position }));
        }
        return Promise.resolve({ state, position, ...(fault && { trouble: fault.message }) });
      },
    },
    close() {
      endFigure();
      return Promise.resolve();
    },
  };
}
