import { homePaths } from '#home/home-paths';
import { pathsWithDatabase } from '#home/paths-with-database';

const PATHS = homePaths('home');
const settings = (url: string) => pathsWithDatabase(PATHS, url).settings;

describe('the settings of a home with a database of one’s own', () => {
  it('are those of that database, whoever logs on to it', () => {
    const one = settings('postgres://kim:secret@127.0.0.1:5432/casus');

    expect(settings('postgres://other@127.0.0.1:5432/casus?application_name=x')).toBe(one);
    expect(one).not.toContain('secret');
    expect(one).not.toBe(PATHS.settings);
  });

  it.each([
    'postgres://kim@127.0.0.1:5432/other',
    'postgres://kim@127.0.0.1:5433/casus',
    'postgres://kim@db.example:5432/casus',
  ])('are others than those of %s', (url) => {
    expect(settings(url)).not.toBe(settings('postgres://kim@127.0.0.1:5432/casus'));
  });
});
