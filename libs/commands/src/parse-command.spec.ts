import { CASUS_TABLE } from '#commands/table/casus-table';
import { fieldsInPath, type CommandLine } from '#commands/table/command-line';
import { PARTNER_TABLE } from '#commands/table/partner-table';
import { fieldsOf } from '#commands/form/field';
import { namedPartners } from '#commands/form/named-partners';
import { parseAddressed, parseCommand } from '#commands/parse-command';

const lines: readonly CommandLine[] = [...Object.values(CASUS_TABLE).flat(), ...PARTNER_TABLE];
const plan = { step: 'E5', title: 'Studiefinanciering', category: 'income', owner: 'sociaal-team' };

const wrongs = (name: 'plan-step' | 'open-casus', fields: unknown) => {
  const parsed = parseCommand(name, fields);
  return parsed.fits ? [] : parsed.errors;
};

describe('the fields of a command', () => {
  it('come out as the command holds them', () => {
    const after = ['E3', { step: 'E4', outcome: 'granted' }];
    expect(parseCommand('plan-step', { ...plan, after, at: '2026-09-10T10:20:00+02:00' })).toEqual({
      fits: true,
      fields: {
        ...plan,
        after: [{ step: 'E3' }, { step: 'E4', outcome: 'granted' }],
        at: '2026-09-10T08:20:00.000Z',
      },
    });
  });

  it('are told apart from the address', () => {
    expect(parseCommand('complete-step', { step: 'E1' })).toEqual({ fits: true, fields: { step: 'E1' } });
    expect(parseCommand('complete-step', {})).toMatchObject({ errors: [{ field: 'step', wrong: 'is missing' }] });
    expect(parseCommand('complete-step', { step: 'E 1' })).toMatchObject({ fits: false });
  });

  it.each([
    [{ title: undefined }, 'title', 'is missing'],
    [{ title: null }, 'title', 'is null'],
    [{ title: ' ' }, 'title', 'is blank'],
    [{ title: 'x'.repeat(201) }, 'title', 'is too long: 201 characters'],
    [{ title: 'a\ud800' }, 'title', 'holds control characters or broken ones'],
    [{ category: 'weather' }, 'category', 'is a text of another form'],
    [{ owner: 'Sociaal Team' }, 'owner', 'is a text of another form'],
    [{ target: '2026-02-30' }, 'target', 'is a text of another form'],
    [{ rhythm: 0 }, 'rhythm', 'is a number that does not fit'],
    [{ rhythm: '10' }, 'rhythm', 'is a text of another form'],
    [{ after: 'E1' }, 'after', 'is a text of another form'],
    [{ after: [{ step: 'E1', colour: 'red' }] }, 'after', 'is a list of 1 that does not fit'],
    [{ agreed: 'yes' }, 'agreed', 'is a text of another form'],
    [{ agreed: { how: 'fax' } }, 'agreed.how', 'is a text of another form'],
    [{ harm: { what: 'x', dates: [] } }, 'harm.dates', 'is a list of 0 that does not fit'],
    [{ at: '2026-11-20' }, 'at', 'is a text of another form'],
    [{ colour: 'red' }, 'colour', 'is not a field here'],
  ])('are refused by name: %j', (change, field, wrong) => {
    expect(wrongs('plan-step', { ...plan, ...change })).toMatchObject([{ field, wrong }]);
  });

  it('are refused one by one, all of them, down to the item of a list', () => {
    const person = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 'x' };
    const fields = wrongs('open-casus', { title: 'x', goal: 'x', residents: [person, { ref: 'b' }] });
    expect(fields.map(({ field }) => field).sort()).toEqual([
      'residents[0].birthYear',
      'residents[1].familyName',
      'residents[1].givenName',
      'residents[1].role',
      'situation',
    ]);
  });

  it('never come back in what is said of them', () => {
    expect(JSON.stringify(wrongs('plan-step', { ...plan, title: 42, owner: 'Mevrouw Geheim' }))).not.toMatch(
      /Geheim|42/,
    );
  });

  it('lie at most twenty deep, and however deep are told as such', () => {
    const deep = (levels: number): unknown => JSON.parse(`{"title":${'['.repeat(levels)}${']'.repeat(levels)}}`);
    expect(wrongs('plan-step', { ...plan, ...(deep(100_000) as object) })).toEqual([
      {
        field: `title${'[0]'.repeat(20)}`,
        wrong: 'lies too deep',
        right: 'at most 20 objects or lists within each other',
      },
    ]);
    expect(wrongs('plan-step', { ...plan, ...(deep(20) as object) })).toMatchObject([
      { field: 'title', wrong: 'is a list of 1 that does not fit' },
    ]);
  });

  it.each(['constructor', '__proto__', 'prototype'])('are never called %s', (key) => {
    const fields: unknown = JSON.parse(`{"title":"x","agreed":{"${key}":{}}}`);
    expect(wrongs('plan-step', fields)).toMatchObject([{ field: `agreed.${key}` }]);
  });
});

describe('the table of commands', () => {
  it.each(lines.map((line) => [line.do, line] as const))('gives %s examples that fit', (_, line) => {
    for (const [name, { fits, read, example }] of fieldsOf(line.body)) {
      if (example !== undefined) expect({ name, fits: fits(example) }).toEqual({ name, fits: true });
      if (example !== undefined && read) expect(fits(read(example))).toBe(true);
    }
  });

  it('has each command and each address once', () => {
    expect(new Set(lines.map((line) => line.do)).size).toBe(lines.length);
    expect(new Set(lines.map((line) => line.path)).size).toBe(lines.length);
  });

  it('refuses a body that also holds what stands in the address', () => {
    for (const line of lines) {
      for (const name of fieldsInPath(line)) {
        const address = Object.fromEntries(fieldsInPath(line).map((key) => [key, 'X1']));
        const parsed = parseAddressed(line, { address, body: { [name]: 'X1' } });
        expect(parsed.fits ? [] : parsed.errors.map(({ field }) => field)).toContain(name);
      }
    }
  });
});

describe('the partners that a body names', () => {
  const bodyOf = (name: string) => {
    const line = lines.find((one) => one.do === name);
    if (!line) throw new Error(`no command ${name}`);
    return line.body;
  };

  it('are found wherever they stand, as far as they fit', () => {
    expect(namedPartners(bodyOf('plan-step'), { owner: 'a', confirmedBy: 'b', title: 3 })).toEqual(['a', 'b']);
    expect(namedPartners(bodyOf('open-casus'), { director: { partner: 'c' } })).toEqual(['c']);
    expect(namedPartners(bodyOf('add-note'), { audience: 'all' })).toEqual([]);
    expect(namedPartners(bodyOf('add-note'), { audience: 'welzijn' })).toEqual(['welzijn']);
    expect(namedPartners(bodyOf('register-partner'), { partner: 'new' })).toEqual([]);
    expect(namedPartners(bodyOf('plan-step'), { owner: 'Not A Partner' })).toEqual([]);
  });
});
