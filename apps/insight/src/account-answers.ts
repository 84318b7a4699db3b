import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { CasusDiff } from '#read-models/diff/query';
import type { CasusLedger, PartnerLedger } from '#read-models/ledger/query';
import type { StepTerm } from '#read-models/terms/query';
import type { Explanation } from '#read-models/why/query';

const term: StepTerm = {
  step: 'E6',
  rule: 'WMO-232-ONDERZOEK',
  from: localDate('2026-09-04'),
  raw: localDate('2026-10-16'),
  suspendedDays: 0,
  lastDay: localDate('2026-10-16'),
  warnsOn: localDate('2026-10-09'),
  state: 'open',
  article: 'Wmo 2015 art. 2.3.2 lid 1',
  nature: 'statutory',
  ruleVersion: localDate('2026-07-01'),
  calendarVersion: 'nl-2010-10-10',
  lapsedAt: instant('2026-10-16T22:00:00Z'),
  onLapse: 'De inwoner mag nu een aanvraag indienen (Wmo 2015 art. 2.3.2 lid 9).',
};

const time = { minutes: 30295, workingMinutes: 7255 };
const pair = { owner: 'gemeente-wmo', onTheMove: 'corporatie', ...time };

const ledger: CasusLedger = {
  casus: 'kees-marianne',
  asOf: instant('2026-11-20T11:00:00Z'),
  steps: [{ step: 'K8', lines: [{ line: 'corporatie', ...time }] }],
  totals: [{ line: 'corporatie', ...time, union: time }],
  pairs: [pair],
  handoffs: [
    { handoff: 'O3', step: 'K9', from: 'sociaal-team', to: 'corporatie', unread: time, undecided: time, lying: time },
  ],
};

const ofPartner: PartnerLedger = {
  partner: 'corporatie',
  from: instant('2026-10-01T00:00:00Z'),
  to: instant('2026-11-20T11:00:00Z'),
  sum: time,
  union: time,
  byCasus: [{ casus: 'kees-marianne', ...time }],
  pairs: [pair],
};

const compared = {
  owner: 'sociaal-team',
  person: 'jongerenwerker',
  state: 'open',
  onTheMove: 'clientondersteuning',
  act: 'answer-offer',
  since: instant('2026-11-13T08:10:00Z'),
  lastDay: localDate('2026-12-24'),
} as const;

const diff: CasusDiff = {
  casus: 'eva',
  from: instant('2026-11-13T12:00:00Z'),
  to: instant('2026-11-16T11:00:00Z'),
  knownAt: instant('2026-11-16T11:00:00Z'),
  steps: [
    {
      step: 'E11',
      title: 'Bezwaar tegen urgentiebesluit afwegen en indienen',
      what: 'changed',
      before: compared,
      after: { ...compared, owner: 'clientondersteuning', act: 'do' },
      changed: ['owner', 'act'],
    },
  ],
};

const named = { type: 'AskOpened' as const, revision: 39, at: instant('2026-10-30T10:05:00Z') };

const explanation: Explanation = {
  step: 'K8',
  red: true,
  text: 'Woningcorporatie had uiterlijk op woensdag 4 november moeten antwoorden en heeft dat nog niet gedaan.',
  lastDay: localDate('2026-11-13'),
  rule: 'AFSPRAAK-10WD',
  late: true,
  redFrom: instant('2026-11-13T23:00:00Z'),
  redUntil: instant('2026-11-20T11:00:00Z'),
  lasts: true,
  doneAt: null,
  stalls: [
    {
      pattern: 'UNANSWERED',
      about: 'A1',
      root: 'K8',
      onTheMove: 'corporatie',
      waiting: 'gemeente-wmo',
      since: instant('2026-11-04T23:00:00Z'),
      until: null,
    },
  ],
  chain: [
    {
      step: 'K8',
      party: 'corporatie',
      act: 'answer-ask',
      about: 'A1',
      line: 'corporatie',
      from: instant('2026-10-30T10:05:00Z'),
      to: instant('2026-11-20T11:00:00Z'),
      ...time,
      dueOn: localDate('2026-11-04'),
      overrun: 22320,
      began: named,
      ended: named,
    },
  ],
  counterfactual: { link: 0, gain: 22320, keptGreen: true },
};

/** An answer to every query about what time came to, by its operation. */
export const ACCOUNT_ANSWERS = {
  'list-terms': { items: [term] },
  'get-ledger': ledger,
  'get-partner-ledger': ofPartner,
  'get-diff': diff,
  'explain-step': explanation,
} as const;
