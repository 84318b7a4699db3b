import { relayPart } from '#installation/relay-part';
import { service } from '#installation/service';
import { SENDER_VARIABLES, senderOf } from '#messaging/feed/sender-variables';
import { KAFKA_VARIABLES, kafkaAddressOf } from '#messaging/kafka/kafka-variables';
import { casusTold } from '#messaging/told/casus-told';
import { WrongSettings } from '#platform/settings';
import { checkpoints } from '#read-models/projector/checkpoints';

/** From the log to Kafka. */
export const relayService = service({
  name: 'relay',
  about: 'sends what happened to Kafka, as public events',
  variables: { ...KAFKA_VARIABLES, ...SENDER_VARIABLES },
  needs: ['KAFKA_BROKERS'],
  compose({ store, db, clock, log }, settings) {
    const kafka = kafkaAddressOf(settings);
    if (!kafka) throw new WrongSettings(['KAFKA_BROKERS must name the Kafka to which events are sent']);
    const sender = senderOf(settings);
    return relayPart({
      ...{ name: 'relay', tell: casusTold, store, db, kafka, sender, clock, log },
      checkpoints: checkpoints(db),
    });
  },
});
