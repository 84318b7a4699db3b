import { source } from '#tests/architecture/sources';

/** Parts of another command, and what npm runs by itself. */
const PARTS_OF_OTHERS = ['prepare', 'prestart', 'preservices', 'build', 'lint', 'format:check', 'types', 'arrows'];

describe('the table of commands in CONTRIBUTING.md', () => {
  const { text } = source('CONTRIBUTING.md');
  const { scripts } = JSON.parse(source('package.json').text) as { readonly scripts: Readonly<Record<string, string>> };
  const told = new Set([...text.matchAll(/^\| `npm (?:run )?([\w:-]+)[^`]*`/gm)].map(([, name]) => String(name)));

  it('has every command, and none that there is not', () => {
    const there = Object.keys(scripts).filter((name) => !PARTS_OF_OTHERS.includes(name));
    expect([...told].sort()).toEqual([...there, 'ci'].sort());
  });

  it('names every benchmark', () => {
    const [, parts = ''] = /const PARTS[^{]*\{\n([^]*?)\n\};/.exec(source('tests/bench/main.ts').text) ?? [];
    const names = [...parts.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => String(name));
    expect(names.length).toBeGreaterThan(4);
    const line = text.split('\n').find((one) => one.startsWith('| `npm run bench')) ?? '';
    expect(names.filter((name) => !new RegExp(`[\\s\`]${name}\``).test(line))).toEqual([]);
  });
});
