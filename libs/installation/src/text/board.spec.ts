import { instant } from '#event-sourcing/instant';
import { board, partyText } from '#installation/text/board';
import { alignedTable } from '#installation/text/aligned-table';
import { localDate } from '#calendar/local-date';
import type { NextStep } from '#read-models/next-steps/query';

const STEP: NextStep = {
  casus: 'proef',
  step: 'S1',
  title: 'Kamer zoeken',
  category: 'housing',
  owner: 'welzijn',
  person: null,
  state: 'open',
  onTheMove: 'welzijn',
  act: 'do',
  root: 'S1',
  about: null,
  since: instant('2026-03-29T01:30:00Z'),
  blockedBy: [],
  startsOn: null,
  lastDay: null,
  warnsOn: null,
  harmSoFar: null,
};

const at = instant('2026-03-30T10:00:00Z');

describe('the board', () => {
  it('is a table for every casus, with local times on both sides of the change of the clock', () => {
    const steps: NextStep[] = [
      STEP,
      { ...STEP, step: 'S2', state: 'blocked', blockedBy: ['S1', 'S3'], harmSoFar: 2, person: 'jan' },
      { ...STEP, step: 'S3', lastDay: localDate('2026-03-27'), warnsOn: localDate('2026-03-20') },
      { ...STEP, step: 'S4', lastDay: localDate('2026-04-03'), warnsOn: localDate('2026-03-27') },
      {
        ...STEP,
        casus: 'ander',
        state: 'scheduled',
        onTheMove: null,
        act: null,
        since: null,
        startsOn: localDate('2026-04-01'),
      },
    ];

    expect(board(steps, new Map([['proef', 'Proefcasus']]), at)).toBe(
      `Wie is aan zet – maandag 30 maart 2026, 12:00

proef: Proefcasus
Stap  Wat           Eigenaar     Stand        Aan zet  Moet  Sinds            Uiterlijk  Let op
────  ────────────  ───────────  ───────────  ───────  ────  ───────────────  ─────────  ────────────────────
S1    Kamer zoeken  welzijn      open         welzijn  doen  zo 29 mrt 03:30  –
S2    Kamer zoeken  welzijn/jan  geblokkeerd  welzijn  doen  zo 29 mrt 03:30  –          na S1, S3; 2× schade
S3    Kamer zoeken  welzijn      open         welzijn  doen  zo 29 mrt 03:30  vr 27 mrt  te laat
S4    Kamer zoeken  welzijn      open         welzijn  doen  zo 29 mrt 03:30  vr 3 apr   bijna te laat

ander
Stap  Wat           Eigenaar  Stand    Aan zet  Moet  Sinds  Uiterlijk  Let op
────  ────────────  ────────  ───────  ───────  ────  ─────  ─────────  ──────────────
S1    Kamer zoeken  welzijn   gepland  –        –     –      –          start wo 1 apr
`,
    );
  });

  it('says so when there is nothing on it', () => {
    expect(board([], new Map(), at)).toContain('Geen vervolgstappen');
  });

  it.each([
    ['resident', 'inwoner'],
    ['external:CIZ', 'CIZ (extern)'],
    ['supply:woning', 'woning (aanbod)'],
    ['corporatie', 'corporatie'],
  ])('writes the party %s as %s', (party, text) => {
    expect(partyText(party)).toBe(text);
  });

  it('does not let a typed text steer the terminal', () => {
    expect(alignedTable(['Wat'], [['rood \u001b[31m\nregel']])).toBe('Wat\n────────────────\nrood  [31m regel');
  });
});
