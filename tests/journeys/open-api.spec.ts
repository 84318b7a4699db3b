import { CasusModule } from '#apps/casus/src/casus.module';
import { FeedModule } from '#apps/feed/src/feed.module';
import { inDirectory } from '#apps/feed/src/sources';
import { subscriptionsIn } from '#apps/feed/src/webhooks/subscriptions';
import { resolveByDns } from '#apps/feed/src/webhooks/target';
import type { WebhookTables } from '#apps/feed/src/webhooks/webhook-tables';
import { InsightModule } from '#apps/insight/src/insight.module';
import { CASUS_TABLE } from '#commands/table/casus-table';
import { sourceOf } from '#messaging/contract/cloud-event';
import { logFeed } from '#messaging/log-feed/log-feed';
import { createApi } from '#platform/http/start-api';
import { openLog } from '#platform/logging';
import { systemClock } from '#platform/system-clock';
import { watchLevels } from '#read-models/projector/levels';
import { openReadDatabase } from '#read-models/read-database';
import { loadRules } from '#platform/rule-file';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { RULES, wrongsOf } from '#tests/journeys/api-rules';

/** As much of a document as is spoilt below; the rest is whatever it is. */
interface Document {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<
    string,
    Record<string, { parameters: object[]; responses: Record<string, Record<string, unknown>>; summary?: string }>
  >;
  components: { schemas: Record<string, Record<string, unknown>> };
}

// Nothing is read from it: the document follows from the code alone.
const url = 'postgres://nobody@127.0.0.1:1/nothing';

async function served() {
  const db = openReadDatabase({ url });
  const levels = watchLevels({ url, db });
  const store = memoryStore(sha256);
  const modules = [
    CasusModule.register({ store, clock: systemClock, rules: loadRules() }),
    InsightModule.register({ db, log: store, levels, clock: systemClock }),
    FeedModule.register(
      {
        feed: logFeed(store),
        assertPartner: inDirectory(store),
        sender: { source: sourceOf('00000000000000000000'), api: 'https://aanzet.example' },
        stopping: new AbortController().signal,
      },
      {
        subscriptions: subscriptionsIn(db.withTables<Pick<WebhookTables, 'subscriptions'>>()),
        clock: systemClock,
        key: undefined,
        reach: { resolve: resolveByDns, loopback: false },
      },
    ),
  ];
  const app = await createApi({ modules, log: openLog('silent') });
  const [json, page, script] = await Promise.all(
    ['/v1/openapi.json', '/v1/docs', '/v1/docs/swagger-ui-init.js'].map((path) => app.inject(path)),
  );
  await app.close();
  await levels.close();
  await db.destroy();
  if (!json || !page || !script) throw new Error('nothing was served');
  return { json, page, script };
}

const PLAN = '/v1/casus/{casus}/steps';
const BOARD = '/v1/next-steps';

/** A way to break each rule. */
const SPOILT: Readonly<Record<string, (document: Document) => void>> = {
  'version-in-path': ({ paths }) => (paths['/casus'] = paths[PLAN] ?? {}),
  'kebab-case-paths': ({ paths }) => (paths['/v1/nextSteps/'] = paths[BOARD] ?? {}),
  'plural-collections': ({ paths }) => (paths['/v1/casus/{casus}/step/{step}'] = paths[PLAN] ?? {}),
  'camel-case-query-keys': (document) => {
    add(document, { name: 'on_the_move', in: 'query', schema: { type: 'string' } });
  },
  'no-sensitive-data-in-urls': (document) => {
    add(document, { name: 'bsn', in: 'query', schema: { type: 'string' } });
  },
  'openapi-3': (document) => (document.openapi = '2.0'),
  'contact-in-info': ({ info }) => delete info['contact'],
  'full-version-in-info': ({ info }) => (info['version'] = '1'),
  'api-version-header': (document) => delete answer(document, '200')['headers'],
  'problem-details': (document) => (answer(document, '400')['content'] = { 'application/json': {} }),
  'problem-members': ({ components }) => (components.schemas['Problem'] = { type: 'object', required: ['title'] }),
  'bad-request-on-inputs': ({ paths }) => delete paths[BOARD]?.['get']?.responses['400'],
  'instants-with-zone': ({ components }) =>
    (components.schemas['X'] = { properties: { openedAt: { type: 'string' } } }),
  'days-as-dates': ({ components }) => (components.schemas['X'] = { properties: { expiresOn: { type: 'string' } } }),
  'until-a-day-or-an-instant': ({ components }) =>
    (components.schemas['X'] = { properties: { until: { type: 'string' } } }),
  'unknown-fields-refused': ({ components }) => delete components.schemas['PlanStepBody']?.['additionalProperties'],
  'examples-in-bodies': ({ components }) =>
    (components.schemas['PlanStepBody'] = { additionalProperties: false, properties: { title: { type: 'string' } } }),
  summaries: ({ paths }) => delete paths[BOARD]?.['get']?.summary,
};

function add({ paths }: Document, parameter: object): void {
  paths[BOARD]?.['get']?.parameters.push(parameter);
}

function answer({ paths }: Document, status: string): Record<string, unknown> {
  const found = paths[BOARD]?.['get']?.responses[status];
  if (!found) throw new Error(`the board has no answer ${status}`);
  return found;
}

describe('the OpenAPI document', () => {
  let all: Awaited<ReturnType<typeof served>>;
  let document: Document;
  beforeAll(async () => {
    all = await served();
    document = JSON.parse(all.json.body) as Document;
  });

  it('is served to everybody, with a page beside it that fetches nothing from elsewhere', () => {
    expect(all.json.headers).toMatchObject({ 'access-control-allow-origin': '*', 'api-version': '1.0.0' });
    expect(all.page.statusCode).toBe(200);
    expect(all.page.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
    expect(all.page.body).not.toMatch(/(src|href)="https?:/);
    expect(all.script.statusCode).toBe(200);
  });

  it('has every command and is 3.1', () => {
    expect(document.openapi).toBe('3.1.0');
    for (const { path } of Object.values(CASUS_TABLE).flat())
      expect(document.paths).toHaveProperty([`/v1/${path}`, 'post']);
  });

  it('keeps the rules', async () => {
    expect(await wrongsOf(document)).toEqual([]);
  });

  it.each(RULES)('is held to %s', async (rule) => {
    const { [PLAN]: plan = {}, [BOARD]: board = {} } = document.paths;
    const spoilt = structuredClone({ ...document, paths: { [PLAN]: plan, [BOARD]: board } });
    SPOILT[rule]?.(spoilt);
    expect((await wrongsOf(spoilt)).map((wrong) => wrong.rule)).toContain(rule);
  });
});
