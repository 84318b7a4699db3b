import { FeedModule } from '#apps/feed/src/feed.module';
import { inDirectory } from '#apps/feed/src/sources';
import { postEvent } from '#apps/feed/src/webhooks/post-event';
import { subscriptionsIn } from '#apps/feed/src/webhooks/subscriptions';
import type { Resolve } from '#apps/feed/src/webhooks/target';
import { WebhookSender } from '#apps/feed/src/webhooks/webhook-sender';
import { WEBHOOKS_SCHEMA, type WebhookTables } from '#apps/feed/src/webhooks/webhook-tables';
import { sourceOf, type CloudEvent, type Sender } from '#messaging/contract/cloud-event';
import { logFeed } from '#messaging/log-feed/log-feed';
import type { Clock } from '#platform/clock';
import { leadershipBy, type PromptLeadership } from '#platform/database/leadership';
import { migrate } from '#platform/database/migrate';
import { startApi } from '#platform/http/start-api';
import { openLog } from '#platform/logging';
import { openReadDatabase } from '#read-models/read-database';
import type { Town } from '#tests/journeys/town';
import { setTimeout as after } from 'node:timers/promises';
import { openPostgresStore } from '#stores/postgres/postgres-store';

export const SENDER: Sender = { source: sourceOf('00000000000000000000'), api: 'https://aanzet.example' };

/** What may be otherwise than usual. */
export interface FeedOptions {
  readonly clock: Clock;
  readonly resolve?: Resolve;
  readonly loopback?: boolean;
  /** Without one there are no webhooks. */
  readonly key?: Buffer;
  /** For how long a receiver may take over its answer. */
  readonly patienceMs?: number;
  /** Whose turn it is to deliver; without one, whoever has the lock. */
  readonly leadership?: Pick<PromptLeadership, 'tryLead'>;
  /** Waits between two looks at what is to be delivered. */
  readonly pause?: (signal: AbortSignal) => Promise<void>;
  /** Without one, any that is free. */
  readonly port?: number;
}

const PATIENCE_MS = 500;
const LOOK_AGAIN_MS = 20;

/** The feed over HTTP of what is on a database, with webhooks, as a process of it would serve them. */
export async function openFeed(url: string, options: FeedOptions) {
  const { clock, key, leadership, port = 0, patienceMs = PATIENCE_MS, loopback = true } = options;
  const { resolve = () => Promise.resolve(['127.0.0.1']) } = options;
  const store = openPostgresStore({ url });
  const db = openReadDatabase({ url });
  await migrate(db, [WEBHOOKS_SCHEMA]);
  const log = openLog('silent');
  const feed = logFeed(store);
  const subscriptions = subscriptionsIn(db.withTables<Pick<WebhookTables, 'subscriptions'>>());
  const stop = new AbortController();
  const reach = { resolve, loopback };
  const soon = (signal: AbortSignal) => after(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  const sending =
    key &&
    new WebhookSender({
      ...{ subscriptions, feed, clock, key, log, sender: SENDER },
      head: () => store.head(),
      leadership: leadership ?? leadershipBy(db, 'webhooks', soon),
      post: (posting) => postEvent(posting, { ...reach, patienceMs }),
      pause: options.pause ?? soon,
    });
  const sources = { feed, sender: SENDER, stopping: stop.signal, assertPartner: inDirectory(store) };
  const modules = [FeedModule.register(sources, { subscriptions, clock, key, reach }, sending)];
  const api = await startApi({ modules, log, host: '127.0.0.1', port });

  async function send(method: string, path: string, by?: string, body?: object) {
    const answer = await fetch(`${api.url}${path}`, {
      method,
      headers: {
        ...(by !== undefined && { 'aanzet-partner': by }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: (text === '' ? {} : JSON.parse(text)) as unknown };
  }

  return {
    url: api.url,
    get: (path: string, by?: string) => send('GET', path, by),
    post: (path: string, by: string, body: object = {}) => send('POST', path, by, body),
    /** How many webhooks are parked. */
    parked: () => subscriptions.parked(),
    remove: (path: string, by: string) => send('DELETE', path, by),
    /** A part of the feed of a partner, and where it goes on. */
    async part(partner: string, more = '') {
      const { status, headers, body } = await send('GET', `/v1/feed?partner=${partner}${more}`);
      if (status !== 200) throw new Error(`the feed answered ${status}`);
      return { events: body as readonly CloudEvent[], next: headers.get('aanzet-next') ?? '' };
    },
    /** Whoever waits is answered now. */
    beginStop: () => {
      stop.abort();
    },
    async close() {
      stop.abort();
      await api.close();
      await db.destroy();
      await store.close();
    },
  };
}

export type OpenFeed = Awaited<ReturnType<typeof openFeed>>;

/** All of a feed from a place on, part by part. */
export async function allOf(feed: Pick<OpenFeed, 'part'>, partner: string, limit = 500, after?: string) {
  const events: CloudEvent[] = [];
  let place = after;
  for (;;) {
    const part = await feed.part(partner, `&limit=${limit}${place === undefined ? '' : `&after=${place}`}`);
    events.push(...part.events);
    if (part.next === place || (part.events.length === 0 && part.next !== '')) return events;
    place = part.next;
  }
}

/** Gives the corporation of the town a basis of its own, a step, and a step of others that it may not see. */
export async function involveCorporation({ post }: Pick<Town, 'post'>): Promise<void> {
  const basis = { partner: 'corporatie', basis: 'consent', givenBy: 'eva', persons: ['eva'], purpose: 'woning' };
  await post('/v1/casus/eva/bases', { ...basis, categories: ['general', 'housing'] });
  const own = { owner: 'sociaal-team', title: 'Woning zoeken', category: 'housing' };
  await post('/v1/casus/eva/steps', { ...own, step: 'E1' });
  await post('/v1/casus/eva/steps', { owner: 'gemeente-wmo', title: 'Zorg regelen', category: 'care', step: 'E2' });
  await post('/v1/casus/eva/steps/E1/handoffs', { handoff: 'O1', to: 'corporatie', kind: 'warm' });
  const accepted = await post('/v1/casus/eva/handoffs/O1/accept', {}, { by: 'corporatie' });
  if (accepted.status !== 200) throw new Error(`the corporation could not accept: ${JSON.stringify(accepted.body)}`);
}
