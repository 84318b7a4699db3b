import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { diffText } from '#apps/cli/src/text/diff-text';
import { lineText } from '#apps/cli/src/text/line-text';
import type { CasusDiff, Compared } from '#read-models/diff/query';

const before: Compared = {
  owner: 'sociaal-team',
  person: null,
  state: 'blocked',
  onTheMove: 'gemeente-wmo',
  act: 'do',
  since: instant('2026-09-18T07:30:00Z'),
  lastDay: null,
};
const after: Compared = {
  owner: 'sociaal-team',
  person: 'wijkcoach',
  state: 'open',
  onTheMove: 'external:CIZ',
  act: 'provide',
  since: instant('2026-11-19T10:00:00Z'),
  lastDay: localDate('2026-11-24'),
};
const diff = (...steps: CasusDiff['steps']): CasusDiff => ({
  casus: 'eva',
  from: instant('2026-11-18T11:00:00Z'),
  to: instant('2026-11-20T11:00:00Z'),
  knownAt: null,
  steps,
});

describe('what changed, in words', () => {
  it('has a line for each thing that was and became', () => {
    const changed = ['person', 'state', 'onTheMove', 'act', 'since', 'lastDay'] as const;
    const text = diffText(diff({ step: 'E5', title: 'DUO', what: 'changed', before, after, changed }));
    expect(text.split('\n').map((line) => line.replace(/ {2,}/g, ' | '))).toEqual([
      'eva: van woensdag 18 november 2026, 12:00 tot vrijdag 20 november 2026, 12:00',
      '',
      expect.stringMatching(/^Stap/),
      expect.stringMatching(/^─/),
      'E5 | DUO | veranderd | opgepakt door | – | wijkcoach',
      ' | stand | geblokkeerd | open',
      ' | aan zet | gemeente-wmo | CIZ (extern)',
      ' | moet | doen | leveren',
      ' | sinds | vr 18 sep 09:30 | do 19 nov 11:00',
      ' | uiterlijk | – | di 24 nov',
    ]);
  });

  it('leaves out what a new step has not', () => {
    const changed = ['owner', 'state', 'lastDay'] as const;
    const bare: Compared = { ...before, lastDay: null };
    const text = diffText(diff({ step: 'E6', title: 'Kamer', what: 'new', before: null, after: bare, changed }));
    expect(text).toMatch(/E6 +Kamer +nieuw +eigenaar +sociaal-team/);
    expect(text).not.toContain('uiterlijk');
  });
});

describe('a line of the ledger, in words', () => {
  it.each([
    ['suspended', 'opgeschort'],
    ['scheduled', 'gepland'],
    ['blocked:E4', 'wacht op E4'],
    ['blocked:nobody', 'wacht op niemand'],
    ['resident', 'inwoner'],
    ['welzijn', 'welzijn'],
  ])('%s is %s', (line, text) => {
    expect(lineText(line)).toBe(text);
  });
});
