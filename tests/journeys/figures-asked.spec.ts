import { jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demoFile } from '#tests/journeys/demo';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';
import { journeyClock, openApi, type Api } from '#tests/journeys/town';

jest.setTimeout(120_000);

/** As much of a row of any figure as is looked at here. */
interface Row {
  readonly casus: { readonly count: number; readonly href: string };
}

let database: FreshDatabase;
let api: Api;
const folder = ownFolder();

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

beforeAll(async () => {
  database = await freshDatabase();
  await here('play', demoFile('eva'), demoFile('kees-marianne'));
  api = await openApi(database.url, journeyClock('2026-11-20T11:00:00Z'));
});

afterAll(async () => {
  await api.close();
  await database.drop();
  folder.remove();
});

async function figure(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await api.get(`/v1/figures/${path}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}

const rows = (told: Readonly<Record<string, unknown>>, part: string) => told[part] as readonly Row[];

describe('every figure', () => {
  it.each(['waiting', 'stalls', 'promises'])('%s says what it was counted from, without names', async (name) => {
    const told = await figure(`${name}?from=2026-09-01`);

    expect(told).toMatchObject({
      figure: name,
      definition: { name, version: 1 },
      position: await api.store.head(),
      from: '2026-09-01',
      to: '2026-11-20',
      asOf: '2026-11-20T11:00:00.000Z',
      knownAt: null,
      partner: null,
    });
    expect(JSON.stringify(told)).not.toMatch(/eva|kees|marianne|Voorbeeld/i);
  });

  it('leads to the casus behind each of its rows, by id and in parts', async () => {
    const { body } = await api.get('/v1/casus');
    const ids = (body['items'] as readonly { id: string }[]).map(({ id }) => id).sort();
    for (const [path, part] of [
      ['waiting', 'totals'],
      ['stalls', 'byPattern'],
      ['promises', 'byPair'],
    ] as const) {
      for (const { casus } of rows(await figure(path), part)) {
        const behind = await api.get(casus.href);
        expect(behind.status).toBe(200);
        expect(behind.body['items']).toHaveLength(casus.count);
      }
    }
    const first = await api.get('/v1/figures/stalls/casus?cell=all&limit=1');
    const second = await api.get(`/v1/figures/stalls/casus?cell=all&limit=1&cursor=${String(first.body['next'])}`);
    expect([first.body['items'], second.body]).toEqual([
      [{ casus: ids[0], href: `/v1/casus/${String(ids[0])}` }],
      { items: [{ casus: ids[1], href: `/v1/casus/${String(ids[1])}` }], next: null },
    ]);
  });

  it('has a definition in two languages', async () => {
    const { items } = (await figure('definitions')) as { items: readonly Record<string, object>[] };

    expect(items.map(({ name, version }) => [name, version])).toEqual([
      ['waiting', 1],
      ['stalls', 1],
      ['promises', 1],
    ]);
    for (const { title, text } of items) {
      for (const words of [title, text]) expect(Object.keys(words ?? {})).toEqual(['nl', 'en']);
    }
  });

  it('explains every part that it has', async () => {
    const { items } = (await figure('definitions')) as {
      items: readonly { name: string; terms: Record<string, unknown> }[];
    };
    const same = [
      'cell',
      'kind',
      'from',
      'to',
      'promisedBy',
      'calendar',
      'working',
      'p90',
      'minutes',
      'workingMinutes',
      'count',
      'href',
    ];
    for (const { name, terms } of items) {
      const {
        figure: _,
        definition: _d,
        position: _p,
        asOf: _a,
        knownAt: _k,
        partner: _n,
        ...parts
      } = await figure(name);
      const keys = new Set<string>();
      JSON.stringify(Object.values(parts), (key, value: unknown) => {
        if (key !== '' && Number.isNaN(Number(key))) keys.add(key);
        return value;
      });
      expect([...keys].filter((key) => !same.includes(key) && !(key in terms))).toEqual([]);
    }
  });
});

describe('what cannot be counted', () => {
  it.each([
    ['waiting?from=2026-11-02&to=2026-11-01', 400, 'period-backwards'],
    ['stalls?from=2026-11-21', 400, 'period-not-begun'],
    ['promises?asOf=2026-11-21T12:00:00Z', 400, 'as-of-in-the-future'],
    ['waiting?knownAt=2026-11-21T12:00:00Z', 400, 'known-at-in-the-future'],
    ['waiting?from=2026-02-30', 400, 'fields-invalid'],
    ['waiting?partner=nobody', 404, 'partner-unknown'],
    ['waiting/casus', 400, 'fields-invalid'],
    ['waiting/casus?cell=all:handoff&cursor=x', 400, 'fields-invalid'],
    ['waiting/casus?cell=handoff:a:b', 404, 'cell-unknown'],
    ['happiness/casus?cell=all', 404, 'figure-unknown'],
  ])('%s', async (path, status, code) => {
    expect(await api.get(`/v1/figures/${path}`)).toMatchObject({ status, body: { code } });
  });

  it.each([
    [['waiting', '--from', '2026-11-02', '--to', '2026-11-01'], '--from lies after --to'],
    [['stalls', '--from', '2026-11-21'], '--from lies after the moment that is asked for'],
    [['promises', '--as-of', '2026-11-21T12:00'], '--as-of lies in the future'],
    [['waiting', '--partner', 'nobody'], 'there is no partner "nobody"'],
    [['waiting', '--from', 'monday'], 'monday'],
  ])('on the command line: %j', async (args, line) => {
    const ended = await here('figures', ...args);

    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(ended.err).toContain(line);
  });
});

describe('aanzet figures', () => {
  it.each(['waiting', 'stalls', 'promises'])('%s prints as JSON what the API answers', async (name) => {
    const args = ['--from', '2026-09-01', '--to', '2026-11-20', '--as-of', '2026-11-20T12:00', '--json'];
    const { code, out } = await here('figures', name, ...args);

    expect([code, JSON.parse(out)]).toEqual([0, await figure(`${name}?from=2026-09-01&to=2026-11-20`)]);
  });

  it('prints tables, and says what they count', async () => {
    const said = new Map<string, string>();
    for (const name of ['waiting', 'stalls', 'promises', 'definitions']) {
      const { code, out, err } = await here('figures', name);
      expect([code, err]).toEqual([0, '']);
      said.set(name, out);
    }

    expect(said.get('waiting')).toMatch(/^Wachten op elkaar, per paar partners – t\/m vrijdag 20 november 2026\n/);
    expect(said.get('waiting')).toMatch(/^aanbod +zorgaanbieder +gemeente-wonen +3 +8:55 +13:00 .* 67% +67% /m);
    expect(said.get('waiting')).toMatch(/^vraag +gemeente-wmo +corporatie +1 +≥ 120:55 /m);
    expect(said.get('stalls')).toMatch(/^alles +11 +3 /m);
    expect(said.get('stalls')).toMatch(/^minder dan drie casus, samen +11 /m);
    expect(said.get('promises')).toMatch(/^corporatie +sociaal-team +1 +0 +0 +1 /m);
    expect(said.get('definitions')).toContain('Kaplan-Meier');
  });
});
