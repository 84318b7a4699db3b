import { createHmac, hkdfSync } from 'node:crypto';

const BYTES = 32;
const PURPOSE = 'aanzet webhook secret v1';

/**
 * The secret of a webhook. It follows from the key of the installation and the id of the webhook, so that it need not be
 * kept anywhere. `whsec_` and base64, in the form of Standard Webhooks.
 */
export const secretOf = (key: Buffer, webhook: string): string =>
  `whsec_${Buffer.from(hkdfSync('sha256', key, webhook, PURPOSE, BYTES)).toString('base64')}`;

/** What is signed: the id of the event, the seconds since 1970 at which it is sent, and the body as it is sent. */
export interface Signed {
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
}

/** The header `Webhook-Signature`: `v1,` and HMAC-SHA256 over `<id>.<timestamp>.<body>` in base64. */
export function signatureOf({ id, timestamp, body }: Signed, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
