import * as v from 'valibot';
import { SENDER_VARIABLES } from '#messaging/feed/sender-variables';
import { variable } from '#platform/settings';

/** The environment variables of the feed over HTTP and of webhooks. */
export const FEED_VARIABLES = {
  ...SENDER_VARIABLES,
  AANZET_WEBHOOK_KEY: variable(
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[0-9a-f]{64}$/i),
        v.transform((text) => Buffer.from(text, 'hex')),
      ),
    ),
    'The key from which the secrets of webhooks follow; the same for every process and after every start, for another one changes all secrets. Without it, there are no webhooks.',
    '64 hexadecimal digits, such as `openssl rand -hex 32` makes',
  ),
  AANZET_WEBHOOK_LOOPBACK: variable(
    v.pipe(
      v.optional(v.picklist(['true', 'false']), 'false'),
      v.transform((text) => text === 'true'),
    ),
    'For development: webhooks may lead to this very machine, there also over http.',
    'true or false',
  ),
};
