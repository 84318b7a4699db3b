import { instant } from '#event-sourcing/instant';
import { inboxText } from '#apps/cli/src/text/inbox-text';
import type { InboxItem } from '#read-models/inbox/query';

const ITEM: InboxItem & { text: string } = {
  item: '00000000-0000-4000-8000-000000000001.12',
  casus: 'eva',
  why: 'stall',
  pattern: 'TERM_EXCEEDED',
  about: 'E4',
  step: 'E4',
  title: 'Briefadres',
  root: 'E4',
  onTheMove: 'gemeente-burgerzaken',
  since: instant('2026-11-12T23:00:00Z'),
  lastDay: null,
  level: 2,
  role: 'director',
  partner: 'sociaal-team',
  person: 'jongerenwerker',
  at: instant('2026-11-17T23:00:00Z'),
  toldAt: instant('2026-11-17T23:00:10Z'),
  state: 'open',
  reason: null,
  settledAt: null,
  readAt: null,
  text: '“Briefadres” (E4) is over zijn laatste dag heen.',
};

describe('an inbox in text', () => {
  it('has a dot before what is unread, and says for whom it is', () => {
    const read = { ...ITEM, person: null, readAt: instant('2026-11-18T08:00:00Z') };
    expect(inboxText([ITEM, read])).toBe(
      `●  wo 18 nov 00:00  eva  voor jongerenwerker
   “Briefadres” (E4) is over zijn laatste dag heen.
   wo 18 nov 00:00  eva
   “Briefadres” (E4) is over zijn laatste dag heen.`,
    );
  });

  it('does not let what was typed in steer the terminal', () => {
    expect(inboxText([{ ...ITEM, text: 'a\u001b[2Jb\nc' }])).toContain('a [2Jb c');
  });

  it('says so when there is nothing', () => {
    expect(inboxText([])).toBe('Er is niets.');
  });
});
