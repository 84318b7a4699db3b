import { PoisonEvent } from '#apps/relay/src/faults';
import { leadershipBy } from '#platform/database/leadership';
import { messagesFrom } from '#apps/relay/src/messages';
import { CHECKPOINT } from '#apps/relay/src/relay';
import { RelayModule } from '#apps/relay/src/relay.module';
import { RelayService } from '#apps/relay/src/relay.service';
import { waitedMs } from '#installation/waited';
import { service } from '#installation/service';
import { SENDER_VARIABLES, senderOf } from '#messaging/feed/sender-variables';
import { tracedFeed } from '#messaging/feed/traced-feed';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { KAFKA_VARIABLES, kafkaAddressOf } from '#messaging/kafka/kafka-variables';
import { TOLD_CATEGORIES } from '#messaging/translate/translate';
import { gauge } from '#platform/telemetry/gauge';
import { NotWorking } from '#platform/http/health.module';
import { WrongSettings } from '#platform/settings';
import { checkpoints } from '#read-models/projector/checkpoints';
import { setTimeout as after } from 'node:timers/promises';

const LOOK_AGAIN_MS = 1000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  after(ms, undefined, { signal }).catch(() => undefined);

/** From the log to Kafka. Several of them side by side send nothing out of order. */
export const relayService = service({
  name: 'relay',
  about: 'sends what happened to Kafka, as public events',
  variables: { ...KAFKA_VARIABLES, ...SENDER_VARIABLES },
  needs: ['KAFKA_BROKERS'],
  compose({ store, db, clock, log }, settings) {
    const address = kafkaAddressOf(settings);
    if (!address) throw new WrongSettings(['KAFKA_BROKERS must name the Kafka to which events are sent']);
    const sent = checkpoints(db);
    const relay = new RelayService({
      store,
      checkpoints: sent,
      feed: tracedFeed(kafkaFeed(address)),
      leadership: leadershipBy(db, CHECKPOINT, (signal) => wait(LOOK_AGAIN_MS, signal)),
      messages: messagesFrom(store, senderOf(settings)),
      log,
      pause: (tries, signal) => wait(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)), signal),
    });
    const endFigure = gauge('aanzet.feed.delay', 'Milliseconds that an event has waited to be sent', async () => [
      { value: await waitedMs(store, clock, await sent.load(CHECKPOINT), { categories: TOLD_CATEGORIES }) },
    ]);
    return {
      modules: [RelayModule.of(relay)],
      probes: {
        // Without Kafka everything but the feed goes on, so that is told and no reason to be taken out of service.
        relay() {
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
  },
});
