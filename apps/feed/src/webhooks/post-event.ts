import { request as plain } from 'node:http';
import { request as secured } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { epochMs, type Instant } from '#event-sourcing/instant';
import type { CloudEvent } from '#messaging/contract/cloud-event';
import { signatureOf } from '#apps/feed/src/webhooks/signature';
import { targetOf, type Reach, type UnfitTarget } from '#apps/feed/src/webhooks/target';

/** Why a receiver did not take an event. */
export type PostProblem = UnfitTarget | 'slow' | 'unreachable' | 'redirect' | `status-${number}`;

export interface PostOptions extends Reach {
  /** For how long a receiver may take over its answer. */
  readonly patienceMs: number;
}

/** One event on its way to one address. */
export interface Posting {
  readonly url: string;
  readonly secret: string;
  readonly event: CloudEvent;
  readonly at: Instant;
}

const MS = 1000;

function headersOf({ event, at, secret }: Posting, body: string) {
  const timestamp = String(Math.floor(epochMs(at) / MS));
  return {
    'content-type': 'application/cloudevents+json; charset=UTF-8',
    'content-length': Buffer.byteLength(body),
    'webhook-id': event.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf({ id: event.id, timestamp, body }, secret),
  };
}

function problemOf(status: number): PostProblem | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'redirect' : `status-${status}`;
}

/** Sends an event to a receiver; undefined when it was taken. Redirects are not followed, answers are not read. */
export async function postEvent(posting: Posting, options: PostOptions): Promise<PostProblem | undefined> {
  const target = await targetOf(posting.url, options);
  if (!target.fit) return target.why;
  const { url, address } = target;
  const body = JSON.stringify(posting.event);
  const family = isIPv6(address) ? 6 : 4;
  const checked: LookupFunction = (_host, { all }, found) => {
    if (all === true) found(null, [{ address, family }]);
    else found(null, address, family);
  };
  const signal = AbortSignal.timeout(options.patienceMs);
  const send = url.protocol === 'https:' ? secured : plain;
  return new Promise((resolve) => {
    const sending = send(url, {
      method: 'POST',
      headers: headersOf(posting, body),
      lookup: checked,
      agent: false,
      signal,
    });
    sending.once('response', (answer) => {
      answer.destroy();
      resolve(problemOf(answer.statusCode ?? 0));
    });
    sending.once('error', () => {
      resolve(signal.aborted ? 'slow' : 'unreachable');
    });
    sending.end(body);
  });
}
