import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { asExpected, demo, demoFile, expectedSteps } from '#tests/journeys/demo';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';

jest.setTimeout(120_000);

let database: FreshDatabase;
let folder: ReturnType<typeof ownFolder>;

beforeEach(async () => {
  database = await freshDatabase();
  folder = ownFolder();
});

afterEach(async () => {
  await database.drop();
  folder.remove();
});

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

async function json(...args: string[]): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { code, out, err } = await here(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
}

async function query(statement: string): Promise<readonly object[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<object>(statement)).rows;
  } finally {
    await client.end();
  }
}

const events = () => query('select position, stream, revision, hash from log.events order by position');

function written(name: string, text: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
}

/** A demo script up to a line of its timeline. */
function shortened(name: string, lines: number): string {
  const all = readFileSync(demoFile(name), 'utf8').split('\n');
  const first = all.findIndex((line) => line === 'timeline:') + 1;
  return all.slice(0, first + lines).join('\n');
}

function expectOneLine({ code, out, err }: Ended): void {
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^aanzet: [^\n]+\n$/);
}

describe('aanzet play and next', () => {
  it.each(['eva', 'kees-marianne'])('tells of %s what the script expects', async (name) => {
    expect(await here('play', demoFile(name))).toMatchObject({ code: 0, err: '' });

    expect(asExpected(await json('next'), name)).toEqual(expectedSteps(name));
  });

  it('adds nothing when the same scripts are played again', async () => {
    await here('play', demoFile('eva'), demoFile('kees-marianne'));
    const before = await events();
    const again = await here('play', demoFile('kees-marianne'), demoFile('eva'));

    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('casus eva, 0 new lines');
    expect(await events()).toEqual(before);
    expect(asExpected(await json('next', '--casus', 'eva'), 'eva')).toEqual(expectedSteps('eva'));
  });

  it('adds only what is new of a longer version, and ends up the same', async () => {
    const whole = demo('eva').timeline.length;
    await here('play', written('short.yaml', shortened('eva', 30)));
    const longer = await here('play', demoFile('eva'));

    expect(longer.out).toContain(`casus eva, ${whole - 30} new lines, 30 known`);
    expect(asExpected(await json('next'), 'eva')).toEqual(expectedSteps('eva'));
  });

  it('names every bad line with file, line and code, and writes nothing', async () => {
    const lines = shortened('eva', 20).split('\n');
    const first = lines.indexOf('timeline:') + 1;
    lines.splice(first + 5, 0, '  - {at: 2026-08-31T10:00, by: sociaal-team, do: dance}');
    lines.splice(first + 18, 0, '  - {at: 2026-09-04T09:20, by: welzijn, do: complete-step, step: E6}');
    const bad = written('bad.yaml', lines.join('\n'));
    const played = await here('play', bad, demoFile('kees-marianne'));

    expect(played).toMatchObject({ code: 1, out: '' });
    expect(played.err.split('\n')).toEqual([
      expect.stringContaining(`${bad}:${first + 6}: command-unknown: `),
      expect.stringContaining(`${bad}:${first + 19}: not-the-owner-or-director: `),
      'aanzet: 2 bad lines; nothing was written',
      '',
    ]);
    expect(await events()).toEqual([]);
    expect(await json('casus', 'list')).toEqual([]);
  });
});

it('restarts the clock of a demo home no earlier than the last thing recorded', async () => {
  const note = '  - {at: 2026-11-23T09:00, by: sociaal-team, do: add-note, text: "Gebeld", audience: all}';
  const lines = shortened('eva', demo('eva').timeline.length);
  await here('play', written('longer.yaml', `${lines}\n${note}\n`));

  expect((await json('next')).find(({ step }) => step === 'E8')).toMatchObject({ state: 'open' });
});

describe('what stands in the way is one clear line', () => {
  it('a database that is not reachable, without its password', async () => {
    const ended = await aanzet(['next', '--home', folder.path], {
      DATABASE_URL: 'postgres://me:geheim@127.0.0.1:1/casus',
    });

    expectOneLine(ended);
    expect(ended.err).toContain('the database 127.0.0.1:1/casus is not reachable');
    expect(ended.err).not.toContain('geheim');
  });

  it('an address that is none', async () => {
    expectOneLine(await aanzet(['next', '--home', folder.path], { DATABASE_URL: 'here' }));
  });

  it('a schema that is newer than the program, and nothing is changed', async () => {
    await here('migrate');
    await query(`insert into log.kysely_migration (name, timestamp) values ('9999-from-later', 'x')`);
    const ended = await here('play', demoFile('eva'));

    expectOneLine(ended);
    expect(ended.err).toContain('made by a newer version of Aanzet');
    expect(await events()).toEqual([]);
  });
});
