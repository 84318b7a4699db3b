import * as v from 'valibot';
import type { KafkaAddress } from '#messaging/kafka/kafka-feed';
import { variable, type SettingsOf } from '#platform/settings';

const wholeNumber = (least: number) => v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(least));

/** The environment variables of whatever speaks to Kafka. */
export const KAFKA_VARIABLES = {
  KAFKA_BROKERS: variable(
    v.optional(v.pipe(v.string(), v.regex(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/))),
    'The Kafka to which public events go. Without it there is none.',
    'one or more addresses such as kafka-1:9092,kafka-2:9092',
  ),
  KAFKA_REPLICATION: variable(
    v.optional(wholeNumber(1), '1'),
    'On how many brokers each message is held, of topics that are made. Three in a cluster of three.',
    'a whole number from 1',
  ),
  KAFKA_PARTITIONS: variable(
    v.optional(wholeNumber(1), '6'),
    'In how many partitions a topic is cut that is made. It cannot be changed later without mixing up orders.',
    'a whole number from 1',
  ),
  KAFKA_TLS: variable(
    v.optional(
      v.pipe(
        v.picklist(['yes', 'no']),
        v.transform((text) => text === 'yes'),
      ),
      'no',
    ),
    'Whether the connections to Kafka are encrypted.',
    'yes or no',
  ),
  KAFKA_USERNAME: variable(
    v.optional(v.pipe(v.string(), v.minLength(1))),
    'The account at Kafka (SCRAM-SHA-512). Without it, none is used.',
    'the name of an account',
  ),
  KAFKA_PASSWORD: variable(
    v.optional(v.pipe(v.string(), v.minLength(1))),
    'The password of that account.',
    'a password',
  ),
} as const;

/** Where Kafka is by these settings; undefined where it is not set. */
export function kafkaAddressOf(settings: SettingsOf<typeof KAFKA_VARIABLES>): KafkaAddress | undefined {
  const { KAFKA_BROKERS, KAFKA_REPLICATION, KAFKA_PARTITIONS, KAFKA_TLS, KAFKA_USERNAME, KAFKA_PASSWORD } = settings;
  if (KAFKA_BROKERS === undefined) return undefined;
  return {
    brokers: KAFKA_BROKERS.split(','),
    replication: KAFKA_REPLICATION,
    partitions: KAFKA_PARTITIONS,
    tls: KAFKA_TLS,
    ...(KAFKA_USERNAME !== undefined && {
      account: { username: KAFKA_USERNAME, password: KAFKA_PASSWORD ?? '' },
    }),
  };
}
