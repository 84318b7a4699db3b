import { CasusModule } from '#apps/casus/src/casus.module';
import { InsightModule } from '#apps/insight/src/insight.module';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { HealthModule } from '#platform/http/health.module';
import { createApi } from '#platform/http/start-api';
import { loadRules } from '#platform/rule-file';
import { openLog } from '#platform/logging';
import { migrate } from '#platform/database/migrate';
import { watchLevels } from '#read-models/projector/levels';
import { startProjector } from '#read-models/projector/projector';
import { openReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { freshDatabase } from '#tests/engines/database';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** A clock that a journey sets and moves by itself. */
export function journeyClock(start = '2026-11-20T11:00:00Z') {
  let now: Instant = instant(start);
  return {
    now: () => now,
    pass: (minutes: number) => (now = plusMs(now, minutes * 60_000)),
  };
}

async function migrated(url: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }) });
  await migrate(db, [LOG_SCHEMA, READ_SCHEMA]);
  await db.destroy();
}

/** What came back from a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
}

export interface RequestOptions {
  readonly by?: string;
  readonly headers?: Record<string, string>;
}

export type Api = Awaited<ReturnType<typeof openApi>>;

/** One instance of the whole API on a database, with connections of its own. `through` may stand between it and the log. */
export async function openApi(
  url: string,
  clock = journeyClock(),
  through = (store: EventStore): EventStore => store,
  rules = loadRules(),
) {
  const store = openPostgresStore({ url });
  const db = openReadDatabase({ url, connections: 3 });
  const levels = watchLevels({ url, db });
  const log = openLog('silent');
  const modules = [
    CasusModule.register({ store: through(store), clock, rules }),
    InsightModule.register({ db, log: store, levels, clock }),
    HealthModule.register({
      probes: { log: async () => ({ head: await store.head() }) },
      stopping: new AbortController().signal,
    }),
  ];
  const app = await createApi({ modules, log });

  async function send(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    { by, headers }: RequestOptions = {},
  ): Promise<Answer> {
    const answer = await app.inject({
      method,
      url: path,
      headers: { ...(by !== undefined && { 'aanzet-partner': by }), ...headers },
      ...(body !== undefined && { payload: body as string | object }),
    });
    const json = String(answer.headers['content-type']).includes('json');
    const read: unknown = json ? JSON.parse(answer.body) : { text: answer.body };
    return { status: answer.statusCode, headers: answer.headers, body: read as Answer['body'] };
  }

  return {
    app,
    store,
    db,
    clock,
    log,
    get: (path: string, options?: RequestOptions) => send('GET', path, undefined, options),
    post: (path: string, body?: unknown, options: RequestOptions = {}) =>
      send('POST', path, body, { by: 'sociaal-team', ...options }),
    async close() {
      await app.close();
      await levels.close();
      await db.destroy();
      await store.close();
    },
  };
}

/** A database of one journey's own, made ready, with a first instance of the API and a projector on it. */
export async function openTown(clock = journeyClock(), rules = loadRules()) {
  const database = await freshDatabase();
  await migrated(database.url);
  const api = await openApi(database.url, clock, (store) => store, rules);
  const projector = startProjector({ store: api.store, db: api.db, log: api.log });
  return {
    ...api,
    url: database.url,
    async events(): Promise<readonly RecordedEvent[]> {
      const page = await api.store.readAll({ after: BEGINNING, limit: 10_000 });
      return page.events;
    },
    async close() {
      await projector.stop();
      await api.close();
      await database.drop();
    },
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;

const PARTNERS = {
  'sociaal-team': 'social-team',
  corporatie: 'housing-corporation',
  'gemeente-wmo': 'municipality-care',
  welzijn: 'welfare',
} as const;

export const eva = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };

export const opening = (reference: string) => ({
  reference,
  title: 'Jongere zonder adres',
  goal: 'Een eigen plek',
  situation: 'Logeert bij een vriendin',
  residents: [eva],
});

/** Registers four partners. */
export async function settle({ post }: Pick<Api, 'post'>): Promise<void> {
  for (const [partner, kind] of Object.entries(PARTNERS)) await post('/v1/partners', { partner, kind, name: partner });
}

/** Opens a casus in which the four partners take part. */
export async function openCasus({ post }: Pick<Api, 'post'>, reference = 'eva'): Promise<void> {
  await post('/v1/casus', opening(reference));
  for (const partner of ['corporatie', 'gemeente-wmo', 'welzijn']) {
    const categories = ['general', 'housing', 'care'];
    const basis = { partner, basis: 'consent', givenBy: 'eva', persons: ['eva'], purpose: 'casus', categories };
    await post(`/v1/casus/${reference}/bases`, basis);
  }
}
