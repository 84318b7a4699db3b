import { jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demo, demoFile } from '#tests/journeys/demo';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';

jest.setTimeout(120_000);

let database: FreshDatabase;
const folder = ownFolder();

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

async function json(...args: string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { code, out, err } = await here(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
}

beforeAll(async () => {
  database = await freshDatabase();
  await here('play', demoFile('eva'), demoFile('kees-marianne'));
});

afterAll(async () => {
  await database.drop();
  folder.remove();
});

describe('aanzet next', () => {
  it('filters by partner, and prints a board with local times', async () => {
    await here('play', demoFile('eva'), demoFile('kees-marianne'));
    const corporation = await json('next', '--partner', 'corporatie');
    const { out } = await here('next');

    expect(corporation.map(({ casus, step }) => [casus, step])).toEqual([
      ['eva', 'E9'],
      ['eva', 'E15'],
      ['kees-marianne', 'K8'],
      ['kees-marianne', 'K15'],
    ]);
    expect(out).toMatch(/^Wie is aan zet – vrijdag 20 november 2026, 12:00\n/);
    expect(out).toMatch(/^E5 .* sociaal-team +open +onderwijs +aanbod beantwoorden +do 19 nov 11:00 .*2× schade$/m);
  });

  it('stands where --now says, else where the demo home stands after playing', async () => {
    const stateOf = async (step: string, ...args: string[]) =>
      (await json('next', ...args)).find((told) => told['step'] === step)?.['state'];

    expect(await stateOf('E8')).toBe('scheduled');
    expect(await stateOf('E8', '--now', '2026-11-23T00:00')).toBe('open');
    expect(await stateOf('E8', '--now', '2026-11-22T22:59:00Z')).toBe('scheduled');
  });
});

describe('aanzet timeline and casus', () => {
  it('tell what happened and how a casus stands, as JSON alone', async () => {
    const timeline = await json('timeline', 'eva');
    const [casus] = await json('casus', 'list');

    expect(timeline).toHaveLength(demo('eva').timeline.length);
    expect(timeline[0]).toMatchObject({
      casus: 'eva',
      at: '2026-05-12T08:00:00.000Z',
      recorded: '2026-08-31T07:40:00.000Z',
    });
    expect(casus).toMatchObject({ casus: 'eva', director: { partner: 'sociaal-team', person: 'jongerenwerker' } });
    expect(await json('casus', 'show', 'eva')).toEqual(casus);
  });

  it('say no name of a resident', async () => {
    const said = await Promise.all([here('next'), here('timeline', 'eva'), here('casus', 'show', 'eva')]);

    expect(said.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(said.map(({ out }) => out).join()).not.toContain('Voorbeeld');
  });
});

describe('what was asked wrongly gets one clear line', () => {
  it.each([
    ['an unknown casus', ['timeline', 'nobody'], 'there is no casus "nobody"'],
    ['an unknown casus', ['next', '--casus', 'nobody'], 'there is no casus "nobody"'],
    ['an unknown partner', ['next', '--partner', 'nobody'], 'there is no partner "nobody"'],
    ['an unknown option', ['next', '--loud'], "unknown option '--loud'"],
    ['an unknown command', ['dance'], "unknown command 'dance'"],
    ['no argument', ['timeline'], "missing required argument 'casus'"],
    ['a time that is none', ['next', '--now', 'noon'], 'A time looks like 2026-11-20T12:00'],
    ['a script that is not there', ['play', 'nowhere.yaml'], 'the script nowhere.yaml cannot be read (ENOENT)'],
  ])('%s', async (_, args, line) => {
    const ended = await here(...args);

    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(ended.err).toMatch(/^aanzet: [^\n]+\n$/);
    expect(ended.err).toContain(line);
  });
});
