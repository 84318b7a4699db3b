import { jest } from '@jest/globals';
import { localTimeToInstant } from '#calendar/local-date';
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

interface Lines {
  readonly step: string;
  readonly lines: readonly { readonly line: string; readonly minutes: number; readonly workingMinutes: number }[];
}

describe('a late entry: O6 happened on Friday and was typed in on Monday', () => {
  const stepAt = async (...args: string[]) =>
    (await json('next', '--casus', 'eva', ...args)).find(({ step }) => step === 'E11');
  const saturday = '2026-11-14T12:00';
  const [friday, monday] = ['2026-11-13T16:30', '2026-11-16T12:00'].map(localTimeToInstant);

  it('as known that Saturday the offer lies with its receiver; as known on Monday it was accepted on Friday', async () => {
    expect(await stepAt('--as-of', saturday, '--known-at', saturday)).toMatchObject({
      owner: 'sociaal-team',
      onTheMove: 'clientondersteuning',
      act: 'answer-offer',
    });
    const accepted = { owner: 'clientondersteuning', onTheMove: 'clientondersteuning', act: 'do', since: friday };
    expect(await stepAt('--as-of', saturday, '--known-at', '2026-11-16T12:00')).toMatchObject(accepted);
    expect(await stepAt('--as-of', saturday)).toMatchObject(accepted);
  });

  it('says the same over HTTP, of the offer and of the timeline too', async () => {
    const of = async (knownAt: string | undefined) => {
      const moment = `asOf=${localTimeToInstant(saturday)}&knownAt=${knownAt}`;
      const { body } = await api.get(`/v1/casus/eva/handoffs/O6?${moment}`);
      const { body: told } = await api.get(`/v1/casus/eva/timeline?sort=latest&limit=1&${moment}`);
      return [body['state'], (told['items'] as readonly Told[])[0]?.['type']];
    };
    expect(await of(localTimeToInstant(saturday))).toEqual(['offered', 'HandoffOffered']);
    expect(await of(monday)).toEqual(['accepted', 'HandoffAccepted']);
  });

  it('is in the ledger of that moment, and not before it was known', async () => {
    const at = (knownAt: string) => ['ledger', 'eva', '--as-of', saturday, '--known-at', knownAt];
    const lineOf = async (knownAt: string) => {
      const steps = await json<readonly Lines[]>(...at(knownAt));
      return steps.find(({ step }) => step === 'E11')?.lines.map(({ line, minutes }) => [line, minutes]);
    };
    const waitedFor = async (knownAt: string) => {
      const offers = await json<readonly (Record<'unread' | 'undecided', { minutes: number }> & Told)[]>(
        ...at(knownAt),
        '--handoffs',
      );
      const found = offers.find(({ handoff }) => handoff === 'O6');
      return (found?.unread.minutes ?? 0) + (found?.undecided.minutes ?? 0);
    };
    // It lies with the same partner either way: of what is known by Monday only until Friday as an offer.
    const lines = [
      ['sociaal-team', 10],
      ['clientondersteuning', 1610],
    ];
    expect([await lineOf(saturday), await lineOf('2026-11-16T12:00')]).toEqual([lines, lines]);
    expect(await waitedFor(saturday)).toBe(1610);
    expect(await waitedFor('2026-11-16T12:00')).toBe(1610 - 19.5 * 60);
  });
});

describe('aanzet diff', () => {
  it('says what changed of each step between two moments', async () => {
    const diff = await json<{ steps: readonly Told[] }>(
      ...['diff', 'eva', '--from', '2026-11-18T12:00', '--to', '2026-11-20T12:00'],
    );
    expect(diff.steps.map(({ step, what }) => [step, what])).toEqual([
      ['E4', 'ended'],
      ['E5', 'changed'],
      ['E9', 'changed'],
      ['E15', 'new'],
    ]);
    expect(diff.steps[1]).toMatchObject({
      before: { state: 'blocked', onTheMove: 'gemeente-burgerzaken', act: 'do' },
      after: { state: 'open', onTheMove: 'onderwijs', act: 'answer-offer', lastDay: '2026-11-24' },
      changed: ['state', 'onTheMove', 'act', 'since', 'lastDay'],
    });
  });

  it('prints a line for each change, and says when there is none', async () => {
    const { out } = await here('diff', 'eva', '--from', '2026-11-18T12:00');
    expect(out).toMatch(/^E5 +Studiefinanciering veiligstellen bij DUO +veranderd +stand +geblokkeerd +open$/m);
    const quiet = await here('diff', 'eva', '--from', '2026-11-14T12:00', '--to', '2026-11-15T12:00');
    expect(quiet.out).toContain('Er veranderde niets.');
  });

  it('is over HTTP what it is on the command line', async () => {
    const [from, to] = ['2026-11-18T12:00', '2026-11-20T12:00'].map(localTimeToInstant);
    const { body } = await api.get(`/v1/casus/eva/diff?from=${from}&to=${to}`);
    expect(body).toEqual(await json('diff', 'eva', '--from', '2026-11-18T12:00', '--to', '2026-11-20T12:00'));
  });
});

describe('a moment that cannot be asked for', () => {
  it.each([
    [['next', '--as-of', '2026-12-24T12:00'], '--as-of lies in the future'],
    [['next', '--known-at', '2026-12-24T12:00'], '--known-at lies in the future'],
    [['terms', 'eva', '--as-of', '2026-08-01T12:00'], '--as-of lies before the opening of the casus'],
    [['ledger', 'eva', '--known-at', '2026-08-01T12:00'], 'at --known-at nothing of the casus was recorded yet'],
    [['diff', 'eva', '--from', '2026-11-19T12:00', '--to', '2026-11-18T12:00'], '--from lies after --to'],
    [['next', '--as-of', 'noon'], 'A time looks like'],
    [['why', 'E99', '--casus', 'eva'], 'there is no step "E99"'],
    [['terms', 'nobody'], 'there is no casus "nobody"'],
  ])('%j gets one clear line', async (args, line) => {
    const ended = await here(...args);
    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(ended.err).toMatch(/^aanzet: [^\n]+\n$/);
    expect(ended.err).toContain(line);
  });

  it.each([
    ['/v1/next-steps?asOf=2026-12-24T12:00:00Z', 'as-of-in-the-future'],
    ['/v1/handoffs?knownAt=2026-12-24T12:00:00Z', 'known-at-in-the-future'],
    ['/v1/casus/eva?asOf=2026-08-01T12:00:00Z', 'as-of-before-casus'],
    ['/v1/casus/eva/timeline?asOf=2026-11-20T11:00:00Z&knownAt=2026-08-01T12:00:00Z', 'known-at-before-casus'],
    ['/v1/casus/eva/diff', 'fields-invalid'],
  ])('%s is a problem with a code', async (path, code) => {
    expect(await api.get(path)).toMatchObject({ status: 400, body: { code } });
  });
});

describe('aanzet why', () => {
  it('tells of Eva’s E4 where the time went, and what would have helped', async () => {
    const { out } = await here('why', 'E4', '--casus', 'eva');
    expect(out).toContain('“Beslissen op briefadres” (E4) kwam ruim zes dagen te laat klaar: op donderdag 19 november');
    expect(out).toContain('terwijl donderdag 12 november de laatste dag was (Awb art. 4:13 lid 2).');
    expect(out).toContain('las het aanbod op donderdag 17 september en nam het op vrijdag 18 september aan');
    expect(out).toContain('Van vrijdag 25 september tot en met donderdag 1 oktober stond de termijn stil');
    expect(out).toContain(
      'Had de gemeente (Burgerzaken) de stap uiterlijk op donderdag 12 november afgerond, dan was de stap op tijd geweest.',
    );
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('tells of K8 that one answer is all that is missing', async () => {
    const { out } = await here('why', 'K8', '--casus', 'kees-marianne');
    expect(out).toContain('(K8) is nu bijna zeven dagen te laat');
    expect(out).toContain(
      'Had de woningcorporatie uiterlijk op woensdag 4 november op de vraag A1 geantwoord, dan had de gemeente (Wmo) nog zeven werkdagen gehad',
    );
    const told = await json<Told>('why', 'K8', '--casus', 'kees-marianne');
    expect(told).toMatchObject({ red: true, late: true, lasts: true, counterfactual: { link: 1, keptGreen: true } });
  });

  it('speaks English over HTTP, of a past moment too', async () => {
    const { body } = await api.get('/v1/casus/kees-marianne/steps/K8/why?lang=en');
    expect(body['text']).toContain('Had the housing association answered question A1 by Wednesday 4 November');
    const before = await api.get('/v1/casus/kees-marianne/steps/K8/why?asOf=2026-11-02T12:00:00Z');
    expect(before.body).toEqual({
      step: 'K8',
      red: false,
      text: '“Eigenaar horen over woningaanpassing (Wmo 2.3.7)” (K8) is niet te laat en staat niet stil, en was dat ook niet.',
    });
    expect(await api.get('/v1/casus/eva/steps/E99/why')).toMatchObject({ status: 404, body: { code: 'step-unknown' } });
  });
});
