import { allocationService } from '#apps/allocation/src/service';
import { casusService } from '#apps/casus/src/service';
import { insightService } from '#apps/insight/src/service';
import { projectorService } from '#apps/projector/src/service';
import { relayService } from '#apps/relay/src/service';
import { serveParts } from '#installation/serve-parts';
import { isWanted, type Service } from '#installation/service';
import type { CloudEvent } from '#messaging/contract/cloud-event';
import { openLog } from '#platform/logging';
import { loadRules } from '#platform/rule-file';
import type { Environment } from '#platform/settings';
import { undoing } from '#platform/undoing';
import type { Instant } from '#event-sourcing/instant';
import { readSession } from '#tests/integration/read-session';
import { Client } from 'pg';

export type Json = Record<string, unknown>;

/** What came back from a request. */
export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Json;
}

/** Who speaks over HTTP to what serves there. */
export function clientOf(url: string) {
  async function send(method: string, path: string, by: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${url}/v1/${path}`, {
      method,
      headers: { 'aanzet-partner': by, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = answer;
    return { status, etag: answer.headers.get('etag'), body: (await answer.json()) as Json } satisfies Answer;
  }

  const get = (path: string, by = 'corporatie') => send('GET', path, by);

  return {
    get,
    post: (path: string, body: object = {}, by = 'corporatie', headers: Record<string, string> = {}) =>
      send('POST', path, by, body, headers),
    /** Settles with the answer to a query once it fits. The spec's own time limit ends it. */
    async until<T>(path: string, fits: (body: Json) => T | undefined | false, by = 'corporatie'): Promise<T> {
      for (;;) {
        const { body } = await get(path, by);
        const found = fits(body);
        if (found !== undefined && found !== false) return found;
      }
    },
  };
}

/** The services of the casus side, those that need a broker only where there is one. */
export const CASUS_SIDE: readonly Service[] = [projectorService, relayService, insightService, casusService];

/**
 * A casus side and the service of a corporation in one process, on real PostgreSQL and over real HTTP; with a relay between
 * them where the environment names a Kafka. With `CASUS_SIDE` alone, the corporation is elsewhere.
 */
export async function allocationTown(
  clock: { now: () => Instant },
  environment: Environment = {},
  all: readonly Service[] = [...CASUS_SIDE, allocationService],
) {
  const session = await readSession();
  const { url, store, db } = session;
  const stops = undoing();
  const ground = { url, store, db, clock, rules: loadRules(), log: openLog('silent') };
  const figures = () => Promise.resolve('');
  const services = all.filter((one) => isWanted(one, environment));
  const api = await serveParts(services, ground, { host: '127.0.0.1', port: 0, environment, figures }, stops);

  const client = clientOf(api.url);

  return {
    session,
    url: api.url,
    ...client,
    /** All that the corporation may hear of homes. */
    async homeFeed(): Promise<readonly CloudEvent[]> {
      const { status, body } = await client.get('home-feed?partner=corporatie&limit=500');
      expect(status).toBe(200);
      return body as unknown as readonly CloudEvent[];
    },
    async close() {
      await stops.all();
      const server = new Client({ connectionString: url });
      await server.connect();
      await server.query(`drop database if exists ${new URL(url).pathname.slice(1)}_allocation with (force)`);
      await server.end();
      await session.close();
    },
  };
}

export type AllocationTown = Awaited<ReturnType<typeof allocationTown>>;
