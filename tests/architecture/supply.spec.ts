import { paths, source } from '#tests/architecture/sources';
import { idleDependencies, lockFaults, namesElsewhere, USED_BY_CONFIGURATION } from '#tests/architecture/supply';
import type { Lock, Manifest } from '#tests/architecture/supply';

const tracked = paths();
const file = (text: string) => ({ path: 'file', text });

describe('what the project is made from', () => {
  it('has no dependency that nothing uses', () => {
    const manifest = JSON.parse(source('package.json').text) as Manifest;
    const code = tracked
      .filter((path) => /\.[cm]?[jt]s$/.test(path) && !path.startsWith('tests/bench/peers/'))
      .map(source);
    expect(idleDependencies(manifest, code, USED_BY_CONFIGURATION)).toEqual([]);
  });

  it('is locked whole, from no registry in particular', () => {
    const locks = tracked.filter((path) => path.endsWith('package-lock.json'));
    expect(locks).toContain('package-lock.json');
    expect(locks.flatMap((path) => lockFaults(JSON.parse(source(path).text) as Lock))).toEqual([]);
  });

  it('names no registry and no machine', () => {
    expect(tracked.filter((path) => namesElsewhere(source(path)))).toEqual([]);
  });
});

describe('the rules of supply can fail', () => {
  const manifest = { dependencies: { pg: '1' }, devDependencies: { '@nestjs/cli': '1' } };

  it('finds a dependency that nothing uses, and a reason without its dependency', () => {
    expect(idleDependencies(manifest, [file(`import '@nestjs/cli/lib';`)], {})).toEqual(['pg']);
    expect(idleDependencies(manifest, [file(`import 'pg'; // import '@nestjs/cli'`)], {})).toEqual(['@nestjs/cli']);
    expect(idleDependencies(manifest, [file(`import 'pg';`)], { '@nestjs/cli': 'build', gone: '' })).toEqual(['gone']);
  });

  it('finds an address and a gap in the lock', () => {
    const packages = {
      'node_modules/a': { resolved: 'somewhere', optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
      'node_modules/a-linux': {},
    };
    expect(lockFaults({ packages })).toEqual([
      'node_modules/a has an address',
      'a-darwin is missing: node bin/complete-lock.js',
    ]);
  });

  it('finds a registry and a machine', () => {
    expect(namesElsewhere(file(['https://registry', 'example.org/pg'].join('.')))).toBe(true);
    expect(namesElsewhere(file(['see ', 'home', 'someone', 'notes'].join('/')))).toBe(true);
    expect(namesElsewhere(file('https://example.org/work/ and the casus registry'))).toBe(false);
  });
});
