import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { freshDatabase } from '#tests/engines/database';
import { aanzet, ownFolder, serving, start } from '#tests/journeys/processes';

jest.setTimeout(120_000);

const EVA = fileURLToPath(new URL('../../demo/eva.yaml', import.meta.url));
const DEMO = '{"clock":{"kind":"demo","standsAt":"2026-11-20T11:00:00.000Z"}}';

const folder = ownFolder();
afterAll(() => {
  folder.remove();
});

describe('a database of one’s own, used from the folder of a home', () => {
  it('does not go by the demo clock of that home', async () => {
    const own = await freshDatabase();
    const home = join(folder.path, 'demo');
    mkdirSync(home);
    writeFileSync(join(home, 'home.json'), DEMO);
    const running = start('standalone', ['--home', home, '--port', '0', '--real-clock'], { DATABASE_URL: own.url });
    try {
      await serving(running);
    } finally {
      running.kill('SIGINT');
      await running.ended;
      await own.drop();
    }
    expect(readFileSync(join(home, 'home.json'), 'utf8')).toBe(DEMO);
  });

  it('does not make a demo home of it when a script is played', async () => {
    const own = await freshDatabase();
    const home = join(folder.path, 'none');
    const played = await aanzet(['play', EVA, '--home', home], { DATABASE_URL: own.url });
    await own.drop();

    expect(played).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(home, 'home.json'))).toBe(false);
    expect(readdirSync(home)).toEqual([expect.stringMatching(/^database-[0-9a-f]{16}\.json$/)]);
  });
});
