import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { PartnerDirectory } from '#partners/partner-directory';
import { PAST } from '#read-models/inbox/inbox-specification';
import type { InboxItem } from '#read-models/inbox/query';
import { inboxTeller } from '#read-models/inbox/tell';

const NOBODY: PartnerDirectory = { get: () => undefined, all: () => [] };
const dutch = (more: Partial<InboxItem> = {}) => inboxTeller(NOBODY, 'nl')({ ...PAST, ...more });
const english = (more: Partial<InboxItem> = {}) => inboxTeller(NOBODY, 'en')({ ...PAST, ...more });

const NEXT_WEEK = instant('2026-11-19T09:05:00Z');
const resolved = { state: 'resolved', reason: 'stall-ended', settledAt: NEXT_WEEK } as const;
const warning = { why: 'term', pattern: null, since: null, lastDay: localDate('2026-11-12') } as const;
const settled = (reason: NonNullable<InboxItem['reason']>) =>
  ({ ...warning, state: 'resolved', reason, settledAt: NEXT_WEEK }) as const;

describe('an item in words', () => {
  it('says to whoever is on the move what stalls, since when', () => {
    expect(dutch()).toBe(
      '“Beslissen op briefadres” (E4) is over zijn laatste dag heen, sinds vrijdag 13 november. U bent aan zet.',
    );
    expect(english()).toBe(
      '“Beslissen op briefadres” (E4) is past its last day, since Friday 13 November. You are on the move.',
    );
  });

  it('says to the others who is on the move, and why they are told', () => {
    expect(dutch({ partner: 'sociaal-team', level: 2, about: 'O1' })).toBe(
      '“Beslissen op briefadres” (E4, O1) is over zijn laatste dag heen, sinds vrijdag 13 november. Aan zet is gemeente-burgerzaken. Dit gaat naar de casusregisseur omdat het na twee werkdagen nog zo was.',
    );
    expect(dutch({ level: 3, onTheMove: null })).toContain(
      'Niemand is aan zet. Dit gaat naar de procesregisseur omdat het na zeven werkdagen nog zo was.',
    );
    expect(english({ level: 3, onTheMove: 'resident' })).toContain(
      'The resident is on the move. This goes to the process',
    );
  });

  it('says until when it lasted', () => {
    expect(dutch(resolved)).toBe(
      '“Beslissen op briefadres” (E4) was over zijn laatste dag heen, van vrijdag 13 november tot donderdag 19 november.',
    );
  });

  it('says why it was withdrawn', () => {
    const undone = { state: 'withdrawn', settledAt: NEXT_WEEK } as const;
    expect(dutch({ ...undone, reason: 'never-so' })).toMatch(/^Ingetrokken, want achteraf was dit niet zo: “Beslissen/);
    expect(english({ ...undone, reason: 'over-before-told' })).toMatch(/^Withdrawn, for in hindsight it was over/);
    expect(dutch({ ...undone, ...warning, reason: 'never-so' })).toContain('moet uiterlijk op donderdag 12 november');
  });

  it('names the casus or the product where there is no step', () => {
    const none = { step: null, title: null };
    expect(dutch({ ...none, pattern: 'NOTHING_PLANNED', about: 'eva' })).toMatch(/^Casus eva heeft geen vervolg/);
    expect(dutch({ ...none, pattern: 'PROMISE_BROKEN', about: 'P1' })).toMatch(/^Casus eva \(P1\) wacht op/);
    expect(dutch({ ...none, pattern: 'REVOLVING_DOOR', about: 'briefadres' })).toMatch(/^Briefadres is opnieuw/);
  });

  it('warns of the last day of a step and of a promise', () => {
    expect(dutch(warning)).toBe(
      '“Beslissen op briefadres” (E4) moet uiterlijk op donderdag 12 november afgerond zijn. U bent aan zet.',
    );
    expect(english({ ...warning, why: 'promise', about: 'P1', step: null })).toBe(
      'Promise P1 is to be kept by Thursday 12 November. You are on the move.',
    );
  });

  it('does not say to the owner of a step that warns that it is on the move where another is', () => {
    expect(dutch({ ...warning, onTheMove: 'resident' })).toContain('afgerond zijn. Aan zet is de inwoner.');
    expect(english({ ...warning, onTheMove: 'welzijn' })).toContain('by Thursday 12 November. Welzijn is on the move.');
    expect(dutch({ ...warning, onTheMove: null })).toContain('afgerond zijn. Niemand is aan zet.');
    expect(dutch({ ...warning, onTheMove: null, step: null })).toMatch(/ afgerond zijn\.$/);
  });

  it.each([
    ['step-ended', ', en is op donderdag 19 november afgesloten.', ', and was closed on Thursday 19 November.'],
    ['promise-kept', ', en dat is op donderdag 19 november gebeurd.', ', and that was done on Thursday 19 November.'],
    ['promise-released', ', maar dat hoeft sinds donderdag 19', ', but since Thursday 19 November it need not be.'],
    ['last-day-moved', 'geldt die laatste dag niet meer.', 'that last day no longer holds.'],
    ['last-day-passed', ', en dat is niet gelukt.', ', and that did not happen.'],
  ] as const)('says what became of a warning: %s', (reason, nl, en) => {
    expect(dutch(settled(reason))).toContain(nl);
    expect(english(settled(reason))).toContain(en);
  });
});
