import { Command } from 'commander';
import { SERVICES } from '#apps/standalone/src/services';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { INBOX_REJECTIONS } from '#casus/inbox/inbox-rejection';
import { inboxEvents } from '#casus/inbox/inbox-events';
import { REJECTIONS } from '#casus/rejection';
import { AskBody, OfferHandoffBody } from '#commands/body/handoff-bodies';
import { ResidentBody } from '#commands/body/casus-bodies';
import { HOME_REJECTIONS } from '#homes/home-rejection';
import { PARTNER_REJECTIONS } from '#partners/partner-rejection';
import { source } from '#tests/architecture/sources';
import { bodyFields, fieldTable, objectsIn } from '#tests/docs/body-fields';
import { allFactsOf, codesOfNotes, everyCasusCode, factsOf } from '#tests/docs/command-facts';
import { commandLinePage } from '#tests/docs/command-line-page';
import { commandPart } from '#tests/docs/commands-page';
import { FURTHER_VARIABLES, variablesIn, variablesRead } from '#tests/docs/configuration-page';
import { productDeclarations } from '#tests/docs/declarations';
import { page, table } from '#tests/docs/markdown';
import { generatedPages } from '#tests/docs/pages';
import { problemsIn, scriptCodes, scriptCodesIn } from '#tests/docs/refusal-list';
import { SCRIPT_REFUSALS, withCommands } from '#tests/docs/refusals-page';
import { VARIABLES } from '#platform/settings';

const pages = generatedPages();
const declarations = productDeclarations();
const commands = pages.get('docs/reference/commands.md') ?? '';

describe('the generated pages', () => {
  it.each([...pages])('%s says what the code says (else: npm run docs)', (path, text) => {
    expect(source(path).text).toBe(text);
  });

  it('name every event and every code', () => {
    const events = new Set(
      [...commands.matchAll(/^Events: ([^.]*)\./gm)].flatMap(([, list]) => String(list).split(', ')),
    );
    const codes = [...commands.matchAll(/^Refused with: (.*)\.$/gm)].flatMap(([, list]) => String(list).split(', '));
    const unlisted = [...everyCasusCode(declarations), ...codesOfNotes(declarations)];
    const known = new Set([...codes, ...unlisted.map((code) => `\`${code}\``)]);

    expect([...events]).toEqual(
      expect.arrayContaining(Object.keys({ ...CASUS_EVENTS, ...inboxEvents }).map((type) => `\`${type}\``)),
    );
    const all = [REJECTIONS, PARTNER_REJECTIONS, INBOX_REJECTIONS, HOME_REJECTIONS].flatMap((table) =>
      Object.keys(table),
    );
    expect(all.filter((code) => !known.has(`\`${code}\``))).toEqual([]);
  });

  it('name every variable that is read', () => {
    const ofServices = SERVICES.flatMap(({ variables }) => Object.keys(variables));
    const listed = new Set([...Object.keys(VARIABLES), ...ofServices, ...Object.keys(FURTHER_VARIABLES)]);
    expect([...variablesRead()].filter((name) => !listed.has(name))).toEqual([]);
  });

  it('name every code of scripts', () => {
    expect([...scriptCodes()].sort()).toEqual(Object.keys(SCRIPT_REFUSALS).sort());
  });
});

describe('what a command can come to', () => {
  it('is read in its decision and whatever that uses', () => {
    const { events, codes } = factsOf(declarations, 'casus', 'accept-handoff');

    expect(events).toEqual(['HandoffAccepted']);
    expect([...codes].sort()).toEqual([
      'handoff-expired',
      'handoff-not-open',
      'handoff-unknown',
      'no-basis',
      'not-the-receiver',
    ]);
  });

  it('is what stands in the table of commands as well, of what is looked up before its decision', () => {
    expect(allFactsOf(declarations, 'searches', 'record-no-fit').codes).toEqual(
      expect.arrayContaining(['until-before-today', 'candidate-unknown', 'fitting-home-there']),
    );
  });

  it('has `offer-open` only where an open offer is in the way', () => {
    expect(factsOf(declarations, 'casus', 'complete-step').codes).toContain('offer-open');
    expect(factsOf(declarations, 'casus', 'start-step').codes).not.toContain('offer-open');
  });

  it('is nothing for a command without a decision', () => {
    expect(() => factsOf(declarations, 'casus', 'fly')).toThrow('fly');
  });
});

describe('the parts of the pages', () => {
  it('make tables that hold any text', () => {
    expect(table(['A', 'B'], [['x|y', 'two\nlines']])).toBe('| A | B |\n|---|---|\n| x\\|y | two lines |');
  });

  it('say that they are generated', () => {
    expect(page('Things', 'One.', '')).toMatch(/^# Things\n\n<!-- Written by .* -->\n\nOne\.\n$/);
  });

  it('show a field with its form and meaning, those that are required first', () => {
    const lines = fieldTable(bodyFields(OfferHandoffBody)).split('\n');

    expect(lines[2]).toMatch(
      /^\| `to` \| yes \| the id of a partner: .* \| The partner to which the step is offered \|$/,
    );
    expect(lines.join('\n')).toContain('| `override` | no | [Override](#override) |');
    expect(objectsIn([OfferHandoffBody, AskBody, ResidentBody]).map(({ name }) => name)).toEqual(['OverrideBody']);
  });

  it('show a command with its address, events and codes', () => {
    const line = { do: 'ask', path: 'casus/{casus}/asks', body: AskBody, summary: 'Asks', creates: 'ask' };

    const part = commandPart(line, { events: ['AskOpened'], codes: ['to-required', 'ask-open'] });

    expect(part).toContain('Asks. `POST /v1/casus/{casus}/asks`, answers 201.');
    expect(part).toContain('Events: `AskOpened`.');
    expect(part).toContain('Refused with: `ask-open`, `to-required`.');
    expect(part).not.toContain('| `at` |');
  });

  it('show the command line with arguments, options and commands below commands', () => {
    const program = new Command('aanzet').option('--home <folder>', 'where');
    const sheet = program.command('casus').command('show').description('one casus').argument('<casus>', 'its name');
    sheet.option('--json', 'as JSON');

    const text = commandLinePage(program);

    expect(text).toContain('## casus show\n\n`aanzet casus show <casus> [options]`\n\nOne casus.');
    expect(text).toContain('| `casus` | its name |');
    expect(text).toContain('| Option | Meaning |\n|---|---|\n| `--json` | as JSON |');
  });

  it('show which commands refuse with a code', () => {
    const refusal = { code: 'no-basis', status: 409, sentence: 'None.' };
    const facts = new Map([['ask', { events: [], codes: ['no-basis'] }]]);

    expect(withCommands([refusal], facts, [])).toContain('| `no-basis` | 409 | None. | [ask](commands.md#ask) |');
    expect(withCommands([refusal], facts, ['no-basis'])).toContain('| any |');
    expect(withCommands([refusal], new Map(), [], new Set(['no-basis']))).toContain(
      '| what the service notes itself |',
    );
  });

  it('find problems, script codes and variables in a source', () => {
    expect(problemsIn("problem(400, 'bad', `The ${field} is bad.`, {}); problem(status, 'x', 'y')")).toEqual([
      { code: 'bad', status: 400, sentence: 'The {field} is bad.' },
    ]);
    expect(scriptCodesIn("fault(1, 'one', text); const b = { code: 'two' }; other(1, 'three')")).toEqual([
      'one',
      'two',
    ]);
    expect(variablesIn("process.env['A_B'] ?? environment['C'] ?? env.D")).toEqual(['A_B', 'C']);
  });
});
