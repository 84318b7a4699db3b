import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHome } from '#home/home-lock';
import { homePaths } from '#home/home-paths';
import { lookAtProcess } from '#home/process-mark';

const folder = mkdtempSync(join(tmpdir(), 'aanzet-lock-'));
const paths = homePaths(folder);

afterEach(() => {
  rmSync(paths.lock, { force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const heldBy = (pid: number, mark: string): void => {
  writeFileSync(paths.lock, JSON.stringify({ pid, mark, use: 'start' }));
};

describe('the lock of a home', () => {
  it('is taken once, names its holder to others, and can be taken again after its release', async () => {
    const first = await lockHome(paths, 'start');
    expect(await lockHome(paths, 'command')).toMatchObject({ mine: false, holder: { pid: process.pid, use: 'start' } });
    if (first.mine) await first.release();
    const next = await lockHome(paths, 'command');

    expect(next.mine).toBe(true);
    // A late release of the first is not one of the next.
    if (first.mine) await first.release();
    expect(await lockHome(paths, 'start')).toMatchObject({ mine: false, holder: { use: 'command' } });
  });

  it('is taken over from a process that is no more', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const pid = child.pid ?? 0;
    heldBy(pid, (await lookAtProcess(pid)).mark);
    const held = await lockHome(paths, 'start');
    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(held.mine).toBe(false);
    expect((await lockHome(paths, 'start')).mine).toBe(true);
  });

  it('is taken over when the number of its holder has gone to another process', async () => {
    heldBy(process.pid, 'another boot 1');

    expect((await lockHome(paths, 'start')).mine).toBe(true);
  });

  it('is taken over when it was broken off in the writing', async () => {
    writeFileSync(paths.lock, '{"pid":');

    expect((await lockHome(paths, 'start')).mine).toBe(true);
    expect(readdirSync(folder)).toEqual(['lock']);
  });
});
