import { instant } from '#event-sourcing/instant';
import { stallsTable } from '#apps/cli/src/text/stalls-table';
import type { StallView } from '#read-models/stalls/query';

const BLOCKED: StallView = {
  casus: 'eva',
  pattern: 'BLOCKED',
  about: 'E9',
  root: 'E4',
  since: instant('2026-11-12T23:00:00Z'),
  until: instant('2026-11-19T09:05:00Z'),
  onTheMove: 'gemeente-burgerzaken',
  pair: { from: 'corporatie', to: 'gemeente-burgerzaken' },
  cause: null,
  causes: [],
  id: 'c/BLOCKED/E9/3',
};

describe('the table of stalls', () => {
  it('names the step at the root, the end, the party and the cause in Dutch', () => {
    const lasting: StallView = {
      ...BLOCKED,
      pattern: 'UNANSWERED',
      about: 'A1',
      root: 'K8',
      until: null,
      onTheMove: 'external:CIZ',
      cause: 'TE_DRUK',
    };
    expect(stallsTable([BLOCKED, lasting])).toBe(
      `Casus  Wat                              Over     Sinds            Tot              Aan zet               Oorzaak
─────  ───────────────────────────────  ───────  ───────────────  ───────────────  ────────────────────  ───────
eva    wacht op een stap die stagneert  E9 (E4)  vr 13 nov 00:00  do 19 nov 10:05  gemeente-burgerzaken
eva    niet beantwoord                  A1 (K8)  vr 13 nov 00:00  –                CIZ (extern)          Te druk`,
    );
  });

  it('says so when there are none', () => {
    expect(stallsTable([])).toContain('Er stagneert niets');
  });
});
