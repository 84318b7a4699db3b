import { allocation } from '#apps/allocation/src/allocation';
import { migrateAllocation, openAllocation, ownOrBeside } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { ALLOCATION_VARIABLES, type AllocationSettings } from '#apps/allocation/src/allocation-variables';
import { casusApi } from '#apps/allocation/src/casus-api';
import { eventSource, type EventLine } from '#apps/allocation/src/event-source';
import { loadRents } from '#apps/allocation/src/rent-file';
import { relayPart } from '#installation/relay-part';
import { service, type Part, type Surroundings } from '#installation/service';
import { senderOf } from '#messaging/feed/sender-variables';
import { kafkaAddressOf } from '#messaging/kafka/kafka-variables';
import { homesTold } from '#messaging/told/homes-told';
import { readFeedOverHttp } from '#messaging/transport/read-feed-over-http';
import { checkpointsIn } from '#read-models/projector/checkpoints';

/** Without Kafka, homes are told over HTTP alone. */
const NOTHING_MORE: Required<Part> = { modules: [], probes: {}, close: () => Promise.resolve() };

/** Puts the service together at its database; `line` is that by which public events come. */
async function compose(
  { clock, log, stopping, listening }: Surroundings,
  settings: AllocationSettings,
  url: string,
  line: EventLine,
): Promise<Part> {
  const rents = loadRents(settings.ALLOCATION_RENTS_FILE);
  const { ALLOCATION_PARTNER: partner, ALLOCATION_PERSON: person } = settings;
  const storage = await openAllocation(url);
  const { store, db } = storage;
  const { AANZET_CASUS_URL: casus, AANZET_INSIGHT_URL: insight, AANZET_FEED_URL: feed } = settings;
  const here = (given: string | undefined) => (given === undefined ? listening : Promise.resolve(given));
  const sender = senderOf(settings);
  const past = readFeedOverHttp(here(feed), partner);
  const { source, close: closeSource } = eventSource({ line, db, partner, sender, past });
  const telling =
    'kafka' in line
      ? relayPart({
          ...{ name: 'home-relay', tell: homesTold, store, db, kafka: line.kafka, sender, clock, log },
          checkpoints: checkpointsIn(db, SCHEMA),
        })
      : NOTHING_MORE;
  const part = allocation({
    ...{ store, db, clock, log, partner, person, stopping, allocation: rents },
    ...{ events: source, sender },
    api: casusApi({ writes: here(casus), reads: here(insight), partner, person, signal: stopping }),
  });
  return {
    modules: [...part.modules, ...telling.modules],
    probes: { ...part.probes, ...telling.probes },
    async close() {
      await part.close();
      await telling.close();
      await closeSource();
      await storage.close();
    },
  };
}

/** The housing corporation's own service: public events in, homes and offers, commands to the casus back. */
export const allocationService = service({
  name: SCHEMA,
  about: "the housing corporation's own service: homes, candidates, offers",
  variables: ALLOCATION_VARIABLES,
  needsAlone: ({ KAFKA_BROKERS: brokers }) => [
    'AANZET_CASUS_URL',
    'AANZET_INSIGHT_URL',
    // Kafka does not keep everything, as the log does.
    ...(brokers === undefined ? [] : (['AANZET_FEED_URL'] as const)),
  ],
  async prepare({ ALLOCATION_DATABASE_URL: own }) {
    if (own !== undefined) await migrateAllocation(own);
  },
  async compose({ url, store: log, ...around }, settings) {
    const kafka = kafkaAddressOf(settings);
    const own = await ownOrBeside(settings.ALLOCATION_DATABASE_URL, url);
    return compose(around, settings, own, kafka ? { kafka } : { log });
  },
  byItself(settings) {
    const kafka = kafkaAddressOf(settings);
    const { ALLOCATION_DATABASE_URL: url } = settings;
    if (!kafka || url === undefined) return undefined;
    return (around) => compose(around, settings, url, { kafka });
  },
});
