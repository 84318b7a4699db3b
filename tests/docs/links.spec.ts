import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { paths, ROOT, source } from '#tests/architecture/sources';
import { anchorsOf, deadLinks, placeOf, relativeLinks } from '#tests/docs/links';

const pages = paths('README.md', 'CONTRIBUTING.md', 'docs', 'deploy').filter((path) => path.endsWith('.md'));

function read(path: string): string | undefined {
  const full = join(ROOT, path);
  if (!existsSync(full)) return undefined;
  return statSync(full).isDirectory() ? '' : readFileSync(full, 'utf8');
}

describe('the pages', () => {
  it('have a part of each kind', () => {
    for (const start of ['README', 'CONTRIBUTING', 'docs/tutorial/', 'docs/how-to/', 'docs/reference/', 'docs/adr/']) {
      expect(pages).toContainEqual(expect.stringMatching(new RegExp(`^${start}`)));
    }
  });

  it.each(pages)('%s links to what there is', (page) => {
    expect(deadLinks(page, source(page).text, read)).toEqual([]);
  });
});

describe('the rule of links can fail', () => {
  const there = (path: string) => ({ 'docs/a.md': '# First\n\n## A heading\n\n## A heading\n', docs: '' })[path];

  it.each([
    ['a file that is not there', '[x](b.md)', '1 b.md'],
    ['a heading that is not there', 'text\n[x](a.md#gone)', '2 a.md#gone'],
    ['a heading of its own that is not there', '[x](#gone)', '1 #gone'],
    ['a place outside the project', '[x](../../a.md)', '1 ../../a.md'],
    ['a picture', '![x](x.png "a title")', '1 x.png'],
  ])('finds %s', (_, text, dead) => {
    expect(deadLinks('docs/a.md', text, there)).toEqual([`docs/a.md:${dead}`]);
  });

  it('takes files, folders, headings and addresses', () => {
    const text = '[a](./a.md) [b](../docs/) [c](a.md#a-heading-1) [d](#first) [e](https://example.org/b.md)';
    expect(deadLinks('docs/a.md', text, there)).toEqual([]);
  });

  it('does not read code', () => {
    expect(relativeLinks('`[x](b.md)`\n```\n[x](b.md)\n```\n')).toEqual([]);
    expect([...anchorsOf('```\n# comment\n```\n# Who may do `this`?')]).toEqual(['who-may-do-this']);
  });

  it('follows a link from where it stands', () => {
    expect(placeOf('docs/how-to/x.md', '../adr/README.md#why')).toEqual({ path: 'docs/adr/README.md', anchor: 'why' });
    expect(placeOf('docs/how-to/x.md', '#why')).toEqual({ path: 'docs/how-to/x.md', anchor: 'why' });
  });
});
