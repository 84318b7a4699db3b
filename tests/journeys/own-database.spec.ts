import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { freshDatabase } from '#tests/engines/database';
import { workerAccount } from '#tests/engines/worker-account';
import { aanzet, ownFolder, serving, start, type Program } from '#tests/journeys/processes';
import { served } from '#tests/journeys/services';

/** All that need no broker. */
const PROGRAMS: readonly Program[] = ['projector', 'watch', 'feed', 'insight', 'casus', 'allocation'];

/** Needed where the allocation service starts alone; nothing is said to it here. */
const NOWHERE = 'http://127.0.0.1:9';

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

describe('a database that the accounts of services may not change', () => {
  it('has all that every service keeps in it after aanzet migrate, and in that of the allocation service', async () => {
    const [own, homes] = [await freshDatabase(), await freshDatabase()];
    const env = { DATABASE_URL: own.url, ALLOCATION_DATABASE_URL: homes.url };
    expect(await aanzet(['migrate', '--home', join(folder.path, 'apart')], env)).toMatchObject({
      code: 0,
      out: 'The database is up to date.\n',
    });

    const [worker, homeWorker] = [await workerAccount(own.url), await workerAccount(homes.url)];
    const settings = {
      ...{ DATABASE_URL: worker.url, ALLOCATION_DATABASE_URL: homeWorker.url },
      ...{ AANZET_CASUS_URL: NOWHERE, AANZET_INSIGHT_URL: NOWHERE },
    };
    const services = await Promise.all(PROGRAMS.map((program) => served(program, settings)));
    for (const { url } of services) expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    for (const one of services) one.kill('SIGTERM');
    for (const { ended } of services) expect(await ended).toMatchObject({ code: 0, err: '' });
    for (const account of [worker, homeWorker]) await account.remove();
    for (const database of [own, homes]) await database.drop();
  });

  it('holds no homes: the allocation service refuses the database of the casus as its own', async () => {
    const own = await freshDatabase();
    const settings = { DATABASE_URL: own.url, ALLOCATION_DATABASE_URL: own.url };
    const told = /ALLOCATION_DATABASE_URL names the database of the casus.*: make another database and name that/;
    const urls = { AANZET_CASUS_URL: NOWHERE, AANZET_INSIGHT_URL: NOWHERE };
    for (const ended of [
      await start('allocation', [], { ...settings, ...urls, AANZET_PORT: '0' }).ended,
      await aanzet(['migrate', '--home', join(folder.path, 'same')], settings),
    ]) {
      expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(told) as string });
    }
    await own.drop();
  });
});

describe('the allocation service, started alone', () => {
  it('says where it must be told that the casus is, in place of looking for it in its own process', async () => {
    const { code, err } = await start('allocation', [], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/AANZET_CASUS_URL must be set.*AANZET_INSIGHT_URL must be set/s);
  });

  it.each(['DATABASE_URL', 'ALLOCATION_DATABASE_URL'])(
    'must be told as well where the feed is, when it has Kafka and %s',
    async (name) => {
      const { code, err } = await start('allocation', [], {
        ...{ [name]: 'postgres://nobody@127.0.0.1:9/none', KAFKA_BROKERS: '127.0.0.1:9' },
        ...{ AANZET_CASUS_URL: NOWHERE, AANZET_INSIGHT_URL: NOWHERE },
      }).ended;
      expect([code, err]).toEqual([1, expect.stringContaining('AANZET_FEED_URL must be set')]);
    },
  );
});
