import * as v from 'valibot';
import { SENDER_VARIABLES } from '#messaging/feed/sender-variables';
import { KAFKA_VARIABLES } from '#messaging/kafka/kafka-variables';
import { variable, type SettingsOf } from '#platform/settings';

const address = (about: string) =>
  variable(
    v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+(\/[^\s/]+)*$/))),
    about,
    'an address such as http://127.0.0.1:3000, without a slash at the end',
  );

/** The environment variables of the service. */
export const ALLOCATION_VARIABLES = {
  ALLOCATION_DATABASE_URL: variable(
    v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
    'The database of the allocation service. Without it, one beside that of the casus: its name with `_allocation` behind it. With it and Kafka, the service needs no `DATABASE_URL` and opens none where it starts alone.',
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
  AANZET_CASUS_URL: address(
    'Where the write side is reached. Without it, in this process; needed where the service starts alone.',
  ),
  AANZET_INSIGHT_URL: address(
    'Where the read side is reached. Without it, in this process; needed where the service starts alone.',
  ),
  AANZET_FEED_URL: address(
    'Where the feed over HTTP is reached, for what Kafka no longer keeps. Without it, in this process; needed where the service starts alone with Kafka.',
  ),
  ...KAFKA_VARIABLES,
  ...SENDER_VARIABLES,
} as const;

export type AllocationSettings = SettingsOf<typeof ALLOCATION_VARIABLES>;
