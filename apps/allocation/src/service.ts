import * as v from 'valibot';
import { allocation } from '#apps/allocation/src/allocation';
import { migrateAllocation, openAllocation } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { casusApi } from '#apps/allocation/src/casus-api';
import { eventSource } from '#apps/allocation/src/event-source';
import { loadRents } from '#apps/allocation/src/rent-file';
import { relayPart } from '#installation/relay-part';
import { service, type Part } from '#installation/service';
import { SENDER_VARIABLES, senderOf } from '#messaging/feed/sender-variables';
import { KAFKA_VARIABLES, kafkaAddressOf } from '#messaging/kafka/kafka-variables';
import { homesTold } from '#messaging/told/homes-told';
import { readFeedOverHttp } from '#messaging/transport/read-feed-over-http';
import { variable } from '#platform/settings';
import { checkpointsIn } from '#read-models/projector/checkpoints';

const address = (about: string) =>
  variable(
    v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+(\/[^\s/]+)*$/))),
    about,
    'an address such as http://127.0.0.1:3000, without a slash at the end',
  );

const VARIABLES = {
  ALLOCATION_DATABASE_URL: variable(
    v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
    'The database of the allocation service. Without it, one beside that of the casus: its name with `_allocation` behind it.',
    'an address such as postgres://user@host:5432/database',
  ),
  ALLOCATION_PARTNER: variable(
    v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)), 'corporatie'),
    'The housing corporation whose service this is.',
    'the id of a partner',
  ),
  ALLOCATION_PERSON: variable(
    v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), 'allocation-service'),
    'As whom the service gives its commands to the casus.',
    'a name of at most 100 characters, of no person',
  ),
  ALLOCATION_RENTS_FILE: variable(
    v.optional(v.pipe(v.string(), v.minLength(1))),
    'Your own file of suitable rents, with year and source. Without it, sample amounts, marked as such.',
    'the path of a file',
  ),
  AANZET_CASUS_URL: address('Where the write side is reached. Without it, in this process.'),
  AANZET_INSIGHT_URL: address('Where the read side is reached. Without it, in this process.'),
  AANZET_FEED_URL: address(
    'Where the feed over HTTP is reached, for what Kafka no longer keeps. Without it, in this process.',
  ),
  ...KAFKA_VARIABLES,
  ...SENDER_VARIABLES,
} as const;

/** Without Kafka, homes are told over HTTP alone. */
const NOTHING_MORE: Required<Part> = { modules: [], probes: {}, close: () => Promise.resolve() };

/** The housing corporation's own service: public events in, homes and offers, commands to the casus back. */
export const allocationService = service({
  name: SCHEMA,
  about: "the housing corporation's own service: homes, candidates, offers",
  variables: VARIABLES,
  async prepare({ ALLOCATION_DATABASE_URL: own }) {
    if (own !== undefined) await migrateAllocation(own);
  },
  async compose({ url, store: casusLog, clock, log, stopping, listening }, settings) {
    const rents = loadRents(settings.ALLOCATION_RENTS_FILE);
    const { ALLOCATION_PARTNER: partner, ALLOCATION_PERSON: person } = settings;
    const storage = await openAllocation(settings.ALLOCATION_DATABASE_URL, url);
    const { store, db } = storage;
    const { AANZET_CASUS_URL: casus, AANZET_INSIGHT_URL: insight, AANZET_FEED_URL: feed } = settings;
    const here = (given: string | undefined) => (given === undefined ? listening : Promise.resolve(given));
    const sender = senderOf(settings);
    const past = readFeedOverHttp(here(feed), partner);
    const { source, close: closeSource } = eventSource({ settings, casusLog, db, partner, sender, past });
    const kafka = kafkaAddressOf(settings);
    const telling = kafka
      ? relayPart({
          ...{ name: 'home-relay', tell: homesTold, store, db, kafka, sender, clock, log },
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
  },
});
