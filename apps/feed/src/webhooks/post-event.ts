import { once } from 'node:events';
import { request as plain, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as secured } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';
import { epochMs, type Instant } from '#event-sourcing/instant';
import type { CloudEvent } from '#messaging/contract/cloud-event';
import { signatureOf } from '#apps/feed/src/webhooks/signature';
import { targetOf, type Reach, type Target, type UnfitTarget } from '#apps/feed/src/webhooks/target';

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

type FitTarget = Extract<Target, { fit: true }>;

function requestTo({ url, address }: FitTarget, headers: OutgoingHttpHeaders, signal: AbortSignal): ClientRequest {
  const family = isIPv6(address) ? 6 : 4;
  const checked: LookupFunction = (_host, { all }, found) => {
    if (all === true) found(null, [{ address, family }]);
    else found(null, address, family);
  };
  const send = url.protocol === 'https:' ? secured : plain;
  return send(url, { method: 'POST', headers, lookup: checked, agent: false, signal });
}

/** How a request ends. */
const outcomeOf = (sending: ClientRequest, signal: AbortSignal): Promise<PostProblem | undefined> =>
  new Promise((resolve) => {
    const answered = (answer: IncomingMessage): void => {
      answer.destroy();
      resolve(problemOf(answer.statusCode ?? 0));
    };
    const gone = (): void => {
      resolve(signal.aborted ? 'slow' : 'unreachable');
    };
    sending.once('response', answered);
    // What switches protocols gives no response.
    sending.once('upgrade', (answer, socket) => {
      socket.destroy();
      answered(answer);
    });
    sending.on('error', gone);
    sending.once('close', gone);
  });

/**
 * Sends an event to a receiver; undefined when it was taken. Redirects are not followed, answers are not read. Whatever the
 * receiver and its name server do, it settles once patience is at its end.
 */
export async function postEvent(posting: Posting, options: PostOptions): Promise<PostProblem | undefined> {
  const signal = AbortSignal.timeout(options.patienceMs);
  const target = await Promise.race([targetOf(posting.url, options), once(signal, 'abort')]);
  if (!('fit' in target)) return 'slow';
  if (!target.fit) return target.why;
  const body = JSON.stringify(posting.event);
  const sending = requestTo(target, headersOf(posting, body), signal);
  const outcome = outcomeOf(sending, signal);
  sending.end(body);
  return outcome;
}
