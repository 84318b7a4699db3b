import { allocationService } from '#apps/allocation/src/service';
import { casusService } from '#apps/casus/src/service';
import { insightService } from '#apps/insight/src/service';
import { projectorService } from '#apps/projector/src/service';
import { relayService } from '#apps/relay/src/service';
import { serveParts } from '#installation/serve-parts';
import { isWanted } from '#installation/service';
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

/**
 * A casus side and the service of a corporation in one process, on real PostgreSQL and over real HTTP; with a relay between
 * them where the environment names a Kafka.
 */
export async function allocationTown(clock: { now: () => Instant }, environment: Environment = {}) {
  const session = await readSession();
  const { url, store, db } = session;
  const stops = undoing();
  const ground = { url, store, db, clock, rules: loadRules(), log: openLog('silent') };
  const figures = () => Promise.resolve('');
  const all = [projectorService, relayService, insightService, casusService, allocationService];
  const services = all.filter((one) => isWanted(one, environment));
  const api = await serveParts(services, ground, { host: '127.0.0.1', port: 0, environment, figures }, stops);

  async function send(method: string, path: string, by: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(`${api.url}/v1/${path}`, {
      method,
      headers: { 'aanzet-partner': by, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = answer;
    return { status, etag: answer.headers.get('etag'), body: (await answer.json()) as Json } satisfies Answer;
  }

  const get = (path: string, by = 'corporatie') => send('GET', path, by);

  return {
    session,
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
    /** All that the corporation may hear of homes. */
    async homeFeed(): Promise<readonly CloudEvent[]> {
      const { status, body } = await get('home-feed?partner=corporatie&limit=500');
      expect(status).toBe(200);
      return body as unknown as readonly CloudEvent[];
    },
    async close() {
      await stops.all();
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`drop database if exists ${new URL(url).pathname.slice(1)}_allocation with (force)`);
      await client.end();
      await session.close();
    },
  };
}

export type AllocationTown = Awaited<ReturnType<typeof allocationTown>>;
