import { jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demoFile } from '#tests/journeys/demo';
import { openApi, journeyClock, type Api } from '#tests/journeys/town';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';

jest.setTimeout(120_000);

type Told = Readonly<Record<string, unknown>>;

let database: FreshDatabase;
let api: Api;
const folder = ownFolder();

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

async function json<T = readonly Told[]>(...args: string[]): Promise<T> {
  const { code, out, err } = await here(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as T;
}

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

describe('a term', () => {
  it('shows its article and, once it has lapsed, what that gives the resident', async () => {
    const at = async (asOf: string) => (await json('terms', 'eva', '--as-of', asOf)).find(({ step }) => step === 'E6');

    expect(await at('2026-10-10T12:00')).toMatchObject({
      article: 'Wmo 2015 art. 2.3.2 lid 1',
      shownAs: 'wettelijk',
      lapsedAt: null,
      onLapse: null,
    });
    // It was done in time.
    expect(await at('2026-10-20T12:00')).toMatchObject({ state: 'done', lapsedAt: null });
  });

  it('is as it was at a past moment, a suspension included', async () => {
    const at = async (asOf: string) => (await json('terms', 'eva', '--as-of', asOf)).find(({ step }) => step === 'E4');

    expect(await at('2026-09-24T13:59')).toMatchObject({ suspendedDays: 0, lastDay: '2026-11-05' });
    expect(await at('2026-09-24T14:00')).toMatchObject({ suspendedDays: 14, lastDay: '2026-11-19' });
    expect(await at('2026-10-01T16:30')).toMatchObject({ suspendedDays: 7, lastDay: '2026-11-12' });
  });
});

describe('the ledger', () => {
  it('leaves blocked time out of totals, and gives sum and union', async () => {
    const { body } = await api.get('/v1/casus/eva/ledger');
    const totals = body['totals'] as readonly (Told & { minutes: number; union: { minutes: number } })[];

    expect(totals.filter(({ line }) => String(line).startsWith('blocked'))).toEqual([]);
    for (const { minutes, union } of totals) expect(union.minutes).toBeLessThanOrEqual(minutes);
    expect(totals.find(({ line }) => line === 'suspended')).toMatchObject({ workingMinutes: 2400 });
  });

  it('tells of a pair how long the one waited for the other', async () => {
    const { body } = await api.get('/v1/casus/kees-marianne/ledger');

    expect(body['pairs']).toContainEqual({
      owner: 'gemeente-wmo',
      onTheMove: 'corporatie',
      minutes: 30_295,
      workingMinutes: 7255,
    });
  });

  it('splits an offer into unread, undecided, and declined and lying', async () => {
    const { body } = await api.get('/v1/casus/eva/ledger');
    const offers = new Map((body['handoffs'] as readonly Told[]).map((offer) => [offer['handoff'], offer]));

    expect(offers.get('O1')).toMatchObject({ unread: { workingMinutes: 2310 }, undecided: { workingMinutes: 510 } });
    expect(offers.get('O7')).toMatchObject({ undecided: { minutes: 0 }, lying: { workingMinutes: 7680 } });
  });

  it('splits offers on the command line too', async () => {
    const { body } = await api.get('/v1/casus/eva/ledger');
    expect(await json('ledger', 'eva', '--handoffs')).toEqual(body['handoffs']);
    const { out } = await here('ledger', 'eva', '--handoffs');
    expect(out).toMatch(/^O1 +E4 +sociaal-team → gemeente-burgerzaken +38:30 +8:30 +0:00$/m);
    expect(out).toMatch(/^O7 +E14 +sociaal-team → jongerenpunt +.* 0:00 +128:00$/m);
  });

  it('of a partner goes over all casus, within a period', async () => {
    const whole = await api.get('/v1/partners/corporatie/ledger');
    const november = await api.get('/v1/partners/corporatie/ledger?from=2026-10-31T23:00:00Z&to=2026-11-20T11:00:00Z');
    const minutesIn = (answer: typeof whole) => (answer.body['sum'] as { minutes: number }).minutes;

    expect(whole.body).toMatchObject({
      partner: 'corporatie',
      byCasus: [{ casus: 'kees-marianne' }, { casus: 'eva' }],
    });
    expect(minutesIn(november)).toBeLessThan(minutesIn(whole));
    expect(
      await api.get('/v1/partners/corporatie/ledger?from=2026-11-20T11:00:00Z&to=2026-11-19T11:00:00Z'),
    ).toMatchObject({
      status: 400,
      body: { code: 'period-backwards' },
    });
  });
});
