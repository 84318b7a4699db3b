import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '#event-sourcing/instant';
import { homePaths } from '#home/home-paths';
import { readHomeSettings, writeHomeSettings } from '#home/home-settings';
import { Trouble } from '#home/trouble';

const folder = mkdtempSync(join(tmpdir(), 'aanzet-settings-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the settings of a home', () => {
  it('are none at first, and come back as they were written, also in a folder that is yet to be made', async () => {
    const paths = homePaths(join(folder, 'deep', 'home'));
    const clock = { kind: 'demo', standsAt: instant('2026-11-20T11:00:00Z') } as const;

    expect(await readHomeSettings(paths)).toBeUndefined();
    await writeHomeSettings(paths, { clock, unfinished: true });
    expect(await readHomeSettings(paths)).toEqual({ clock, unfinished: true });
    await writeHomeSettings(paths, { clock: { kind: 'real' } });
    expect(await readHomeSettings(paths)).toEqual({ clock: { kind: 'real' } });
  });

  it.each(['', 'no JSON', '{}', '{"clock":{"kind":"sun"}}', '{"clock":{"kind":"demo","standsAt":"noon"}}'])(
    'say so when they cannot be read: %j',
    async (text) => {
      const paths = homePaths(folder);
      writeFileSync(paths.settings, text);

      await expect(readHomeSettings(paths)).rejects.toThrow(Trouble);
    },
  );
});
