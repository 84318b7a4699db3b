import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aanzet, ownFolder, start } from '#tests/journeys/processes';

const SHIPPED = fileURLToPath(new URL('../../libs/calendar/law/term-rules.yaml', import.meta.url));

describe('a rule file of one’s own', () => {
  const folder = ownFolder();
  afterAll(() => {
    folder.remove();
  });

  const shipped = readFileSync(SHIPPED, 'utf8');
  const written = (name: string, text: string): string => {
    const file = join(folder.path, name);
    writeFileSync(file, text);
    return file;
  };
  const wrong = written('wrong.yaml', shipped.replace('amount: 8, unit: weeks', 'amount: 8, unit: fortnights'));
  const line = shipped.split('\n').findIndex((text) => text.includes('amount: 8, unit: weeks')) + 1;
  const fault = `${wrong}:${line}: rules[7].length.unit: is "fortnights"; right: one of days, weeks, months, working-days`;

  it('that is wrong is checked line by line', async () => {
    expect(await aanzet(['rules', '--check', wrong])).toEqual({
      code: 1,
      out: '',
      err: `${fault}\naanzet: 1 fault in the rule file\n`,
    });
  }, 60_000);

  it('that is right has nothing to say', async () => {
    expect(await aanzet(['rules', '--check', SHIPPED])).toMatchObject({
      code: 0,
      out: `${SHIPPED}: 22 editions, nothing wrong\n`,
    });
  }, 60_000);

  it.each(['casus', 'standalone'] as const)(
    'that is wrong stops the start of %s with the line',
    async (program) => {
      const home = join(folder.path, `home-${program}`);
      const { code, err } = await start(program, [], { AANZET_RULES: wrong, AANZET_HOME: home, AANZET_PORT: '0' })
        .ended;
      expect(code).toBe(1);
      expect(err).toContain(fault);
    },
    60_000,
  );

  it('is what terms are worked out by', async () => {
    const own = written(
      'own.yaml',
      shipped
        .replace(/(code: AWB-413-8W\n(?: {4}.*\n)*?) {4}version: 2026-07-01\n/, '$1    version: 2026-07-02\n')
        .replace(
          'equatedDays: []',
          'equatedDays:\n  - { day: 2026-11-05, decision: Voorbeeld, published: 2026-09-01 }',
        ),
    );
    const { out } = await aanzet(['term', 'AWB-413-8W', '2026-09-10', '--json'], { AANZET_RULES: own });
    expect(JSON.parse(out)).toMatchObject({
      version: '2026-07-02',
      calendar: 'nl-2010-10-10+2026-09-01',
      raw: '2026-11-05',
      lastDay: '2026-11-06',
    });
    const early = await aanzet(['term', 'AWB-413-8W', '2026-07-01'], { AANZET_RULES: own });
    expect(early.err).toContain('AWB-413-8W (Awb art. 4:13 lid 2) is known to be in force from 2026-07-02');
  }, 60_000);
});
