import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHomeDatabase } from '#home/home-database';
import { homePaths } from '#home/home-paths';
import { Trouble } from '#home/trouble';

const folder = mkdtempSync(join(tmpdir(), 'aanzet-password-'));
chmodSync(folder, 0o711);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the database of a home', () => {
  it.each(['', '\n'])('is not given another password when its own was lost: %j', async (lost) => {
    const paths = homePaths(folder);
    mkdirSync(paths.data, { recursive: true });
    writeFileSync(join(paths.data, 'PG_VERSION'), '18\n');
    writeFileSync(paths.password, lost);

    const opening = openHomeDatabase(paths, { use: 'command' });
    await expect(opening).rejects.toThrow(Trouble);
    await expect(opening).rejects.toThrow(/password .* is empty: put it back/);
    expect(readFileSync(paths.password, 'utf8')).toBe(lost);
  });
});
