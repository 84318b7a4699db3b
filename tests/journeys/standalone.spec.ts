import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { freshDatabase } from '#tests/engines/database';
import { asExpected, expectedSteps } from '#tests/journeys/demo';
import { aanzet, databaseProcess, ownFolder, serving, start, type Running } from '#tests/journeys/processes';

jest.setTimeout(180_000);

const folder = ownFolder();
const home = join(folder.path, 'home');
const started: Running[] = [];

afterEach(async () => {
  for (const running of started.splice(0)) {
    running.kill('SIGINT');
    await running.ended;
  }
});

afterAll(async () => {
  // What a failed test left behind is adopted and stopped by any command.
  await aanzet(['migrate', '--home', home]);
  folder.remove();
});

function standalone(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Running {
  const running = start('standalone', ['--home', home, '--port', '0', ...args], env);
  started.push(running);
  return running;
}

async function stopped(running: Running, signal: NodeJS.Signals = 'SIGINT') {
  running.kill(signal);
  return running.ended;
}

async function steps(url: string, casus: string): Promise<readonly Record<string, unknown>[]> {
  const answer = await fetch(`${url}/v1/next-steps?casus=${casus}`, { headers: { 'Aanzet-Partner': 'sociaal-team' } });
  const { items } = (await answer.json()) as { items: readonly Record<string, unknown>[] };
  return items;
}

const addNote = (url: string) =>
  fetch(`${url}/v1/casus/eva/notes`, {
    method: 'POST',
    headers: { 'Aanzet-Partner': 'sociaal-team', 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'Gebeld', audience: 'all' }),
  });

const eventsOfEva = async (env: NodeJS.ProcessEnv = {}): Promise<number> => {
  const { out } = await aanzet(['timeline', 'eva', '--json', '--home', home], env);
  return (JSON.parse(out) as unknown[]).length;
};

describe('npm start', () => {
  it('makes everything the first time, prints the board and serves; a command goes by the same clock and data', async () => {
    const running = standalone();
    const url = await serving(running);
    const [board] = await running.untilSaid(/Wie is aan zet[^]*Stop:/);

    expect(board).toContain('vrijdag 20 november 2026, 12:00');
    expect(board).toMatch(/^eva: Jongere zonder adres$/m);
    expect(board).toMatch(/^K14 .* zorgaanbieder +wacht +CIZ \(extern\) +leveren +ma 16 nov 10:05 +ma 28 dec$/m);
    for (const name of ['eva', 'kees-marianne']) {
      expect(asExpected(await steps(url, name), name)).toEqual(expectedSteps(name));
    }
    const { out } = await aanzet(['next', '--json', '--casus', 'eva', '--home', home]);
    expect(asExpected(JSON.parse(out) as Record<string, unknown>[], 'eva')).toEqual(expectedSteps('eva'));

    const ended = await stopped(running);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('goes on with the data the second time, also after it was killed', async () => {
    const first = standalone();
    expect((await addNote(await serving(first))).status).toBe(200);
    const before = await eventsOfEva();
    await stopped(first, 'SIGKILL');
    expect(databaseProcess(home)).toBeDefined();

    const second = standalone();
    const url = await serving(second);
    expect(await eventsOfEva()).toBe(before);
    expect((await addNote(url)).status).toBe(200);
    expect(await eventsOfEva()).toBe(before + 1);
    expect((await stopped(second, 'SIGTERM')).code).toBe(0);
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('recovers when the database was killed with it', async () => {
    const first = standalone();
    await serving(first);
    const database = databaseProcess(home) ?? 0;
    await stopped(first, 'SIGKILL');
    process.kill(database, 'SIGKILL');

    const second = standalone();
    expect(await steps(await serving(second), 'eva')).toHaveLength(7);
    await stopped(second);
  });

  it('ends in one line when its database was killed, and goes on with the data at the next start', async () => {
    const first = standalone(['--log-level', 'silent']);
    await serving(first);
    process.kill(databaseProcess(home) ?? 0, 'SIGKILL');
    const { code, err } = await first.ended;

    expect(code).toBe(1);
    expect(err).toMatch(/^aanzet: the database of [^\n]+ has ended by itself: start again, [^\n]+\n$/);
    const second = standalone();
    expect(await steps(await serving(second), 'eva')).toHaveLength(7);
    await stopped(second);
  });

  it('lets a command take over after it was killed, and leaves nothing behind', async () => {
    const first = standalone();
    await serving(first);
    await stopped(first, 'SIGKILL');

    expect(await eventsOfEva()).toBeGreaterThan(0);
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('refuses a home that another start holds, in one line, and leaves that one alone', async () => {
    const first = standalone();
    const url = await serving(first);
    const second = await standalone().ended;

    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^aanzet: the home folder [^\n]+ is in use by another start \(process \d+\): [^\n]+\n$/);
    expect(await steps(url, 'eva')).toHaveLength(7);
    await stopped(first);
  });

  it('refuses a port that is in use, in one line, and leaves no database behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, out, err } = await standalone(['--port', String(port)]).ended;
    taken.close();

    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(`aanzet: port ${port} is in use: stop what listens there, or choose another one with --port\n`);
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('begins anew with --fresh', async () => {
    const running = standalone(['--fresh']);
    const url = await serving(running);

    expect(asExpected(await steps(url, 'eva'), 'eva')).toEqual(expectedSteps('eva'));
    await stopped(running);
  });

  it('refuses the real clock in a demo home, and begins empty with it in a fresh one', async () => {
    const other = join(folder.path, 'real');
    const demo = standalone(['--home', other]);
    await serving(demo);
    await stopped(demo);
    const refused = await standalone(['--home', other, '--real-clock']).ended;
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^aanzet: the home folder [^\n]+ has a demo clock: begin anew[^\n]+\n$/);

    const running = standalone(['--home', other, '--fresh', '--real-clock']);
    const url = await serving(running);
    const { items } = (await (await fetch(`${url}/v1/casus`)).json()) as { items: unknown[] };
    expect(items).toEqual([]);
    await stopped(running);
    expect(JSON.parse(readFileSync(join(other, 'home.json'), 'utf8'))).toEqual({ clock: { kind: 'real' } });
  });
});

describe('npm start on a database of one’s own', () => {
  it('uses it, and makes none in the home', async () => {
    const own = await freshDatabase();
    const elsewhere = join(folder.path, 'elsewhere');
    const running = start('standalone', ['--home', elsewhere, '--port', '0'], { DATABASE_URL: own.url });
    started.push(running);
    const url = await serving(running);

    expect(asExpected(await steps(url, 'eva'), 'eva')).toEqual(expectedSteps('eva'));
    expect((await stopped(running)).code).toBe(0);
    expect(databaseProcess(elsewhere)).toBeUndefined();
    await own.drop();
  });

  it('says in one line when it is not reachable', async () => {
    const running = standalone([], { DATABASE_URL: 'postgres://127.0.0.1:1/casus' });
    const { code, out, err } = await running.ended;

    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^aanzet: the database 127\.0\.0\.1:1\/casus is not reachable [^\n]+\n$/);
  });
});
