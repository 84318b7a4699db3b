import { join } from 'node:path';
import { jest } from '@jest/globals';
import { asExpected, expectedSteps } from '#tests/journeys/demo';
import { databaseProcess, ownFolder, start } from '#tests/journeys/processes';
import { ask, command, gone } from '#tests/journeys/services';

jest.setTimeout(180_000);

const TWO_OF_EACH = ['projector', 'watch', 'insight', 'casus'].flatMap((name) => [`--${name}`, '2']);

describe('npm run services', () => {
  const folder = ownFolder();
  const home = join(folder.path, 'home');
  const args = ['--home', home, '--port', '0'];
  afterAll(() => {
    folder.remove();
  });

  it('starts several of each, with the demo and one clock; starts again what is killed; stops all in order', async () => {
    const running = start('standalone apart', [...args, ...TWO_OF_EACH]);
    await running.untilSaid(/^Stop: Ctrl-C$/m);
    const [, casus = '', pid = ''] = await running.untilSaid(/^casus 1 +(\S+) \(process (\d+)\)$/m);
    const [, insight = ''] = await running.untilSaid(/^insight 2 +(\S+) /m);
    const note = await command(`${casus}/v1/casus/eva/notes`, { text: 'Gebeld', audience: 'all' });
    const { body } = await ask(`${insight}/v1/next-steps?casus=eva&atLeast=${note.token}`);
    expect(asExpected(body['items'] as Record<string, unknown>[], 'eva')).toEqual(expectedSteps('eva'));

    const [, feed = ''] = await running.untilSaid(/^feed 1 +(\S+) /m);
    const batch = (await (await fetch(`${feed}/v1/feed?partner=corporatie&limit=1`)).json()) as { dataref: string }[];
    const answer = await fetch(batch[0]?.dataref ?? 'nowhere', { headers: { 'aanzet-partner': 'corporatie' } });
    expect([batch.length, answer.status]).toEqual([1, 200]);

    process.kill(Number(pid), 'SIGKILL');
    const [, again] = await running.untilSaid(/^casus 1 serves again: (\S+) /m);
    expect(again).toBe(casus);
    expect((await ask(`${casus}/health/ready`)).status).toBe(200);

    running.kill('SIGINT');
    const { code, out, err } = await running.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('casus 1 ended by itself (signal SIGKILL): it is started again');
    const stopped = [...out.matchAll(/^(\w+) \d has stopped$/gm)].map(([, name]) => name);
    const twice = ['casus', 'casus', 'insight', 'insight'];
    const behind = ['feed', 'watch', 'watch', 'projector', 'projector'];
    expect(stopped).toEqual(['allocation', ...twice, ...behind]);
    expect(databaseProcess(home)).toBeUndefined();
  });

  it('leaves no service behind when it is killed itself', async () => {
    const running = start('standalone apart', args);
    await running.untilSaid(/^Stop: Ctrl-C$/m);
    running.kill('SIGKILL');
    const { out } = await running.ended;

    const processes = [...out.matchAll(/\(process (\d+)\)$/gm)].map(([, pid]) => Number(pid));
    expect(processes).toHaveLength(6);
    await Promise.all(processes.map(gone));
    const next = start('standalone apart', args);
    await next.untilSaid(/^Stop: Ctrl-C$/m);
    next.kill('SIGTERM');
    expect((await next.ended).code).toBe(0);
  });

  it('ends in one line when a service cannot start, and leaves nothing running', async () => {
    const refused = start('standalone apart', args, { AANZET_PORT: '99999' });
    const { code, err } = await refused.ended;

    expect([code, err]).toEqual([1, 'aanzet: AANZET_PORT must be a whole number from 0 to 65535\n']);
    expect(databaseProcess(home)).toBeUndefined();
  });
});
