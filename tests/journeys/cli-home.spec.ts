import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { asExpected, demoFile, expectedSteps } from '#tests/journeys/demo';
import { aanzet, databaseProcess, ownFolder } from '#tests/journeys/processes';

jest.setTimeout(120_000);

const folder = ownFolder();
const home = join(folder.path, 'home');

afterAll(() => {
  folder.remove();
});

describe('aanzet on the embedded database of a home', () => {
  it('starts it for the while, also for several commands at once, and leaves none behind', async () => {
    const both = await Promise.all(
      ['eva', 'kees-marianne'].map((name) => aanzet(['play', demoFile(name), '--home', home])),
    );

    expect(both).toMatchObject([
      { code: 0, err: '' },
      { code: 0, err: '' },
    ]);
    const { out } = await aanzet(['next', '--json', '--casus', 'eva'], { AANZET_HOME: home });
    expect(asExpected(JSON.parse(out) as Record<string, unknown>[], 'eva')).toEqual(expectedSteps('eva'));
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('keeps its password to its owner', async () => {
    expect((await aanzet(['migrate', '--home', home])).code).toBe(0);
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, 'password'), 'utf8')).toMatch(/^[0-9a-f]{48}$/);
  });

  it('says in one line when there can be no home', async () => {
    const file = join(folder.path, 'a-file');
    writeFileSync(file, '');
    const { code, err } = await aanzet(['next', '--home', join(file, 'home')]);

    expect(code).toBe(1);
    expect(err).toMatch(/^aanzet: the home folder [^\n]* cannot be made \(ENOTDIR\)[^\n]*\n$/);
  });
});
