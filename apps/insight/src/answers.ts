import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import type { CasusSummary } from '#read-models/casus-summary/query';
import type { HandoffView } from '#read-models/handoffs/query';
import type { NextStep } from '#read-models/next-steps/query';
import type { PartnerWorkload } from '#read-models/partner-workload/query';
import type { PartnerView } from '#read-models/partners/query';
import type { StallView } from '#read-models/stalls/query';
import type { TimelineEntry } from '#read-models/timeline/query';
import { ACCOUNT_ANSWERS } from '#apps/insight/src/account-answers';
import { FIGURE_ANSWERS } from '#apps/insight/src/figure-answers';
import { HOUSING_NEED_ANSWER } from '#apps/insight/src/housing-need-answer';
import { INBOX_ANSWERS } from '#apps/insight/src/inbox-answers';

const nextStep: NextStep = {
  casus: 'eva',
  step: 'E5',
  title: 'Studiefinanciering veiligstellen bij DUO',
  category: 'income',
  owner: 'sociaal-team',
  person: 'jongerenwerker',
  state: 'open',
  onTheMove: 'onderwijs',
  act: 'answer-offer',
  root: 'E5',
  about: 'O5',
  since: instant('2026-11-19T10:00:00Z'),
  blockedBy: ['E4'],
  startsOn: localDate('2026-11-23'),
  lastDay: localDate('2026-11-24'),
  warnsOn: localDate('2026-11-20'),
  harmSoFar: 2,
};

const casus: CasusSummary = {
  id: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11',
  casus: 'eva',
  title: 'Jongere zonder adres',
  director: { partner: 'sociaal-team', person: 'jongerenwerker' },
  attentionGroup: 'dakloze-jongere',
  neighbourhood: 'Zuid',
  openedAt: instant('2026-08-31T07:30:00Z'),
  closedAt: null,
  partners: ['sociaal-team', 'corporatie'],
  steps: { open: 5, blocked: 1, scheduled: 1, waiting: 0, reported: 0, done: 8, cancelled: 0 },
  onTheMove: { corporatie: 1, onderwijs: 1 },
  latestActivity: instant('2026-11-19T10:10:00Z'),
};

const entry: TimelineEntry = {
  position: positionOf(42),
  revision: 12,
  casus: 'eva',
  type: 'HandoffAccepted',
  at: instant('2026-11-13T15:30:00Z'),
  recorded: instant('2026-11-16T08:05:00Z'),
  lateMinutes: 3875,
  by: { partner: 'clientondersteuning', person: null },
  onBehalfOf: null,
  step: 'E11',
  handoff: 'O6',
  ask: null,
  takeover: null,
  promise: null,
  toldBy: null,
  summary: 'O6 accepted: E11 from sociaal-team to clientondersteuning',
};

const handoff: HandoffView = {
  casus: 'eva',
  handoff: 'O4',
  step: 'E8',
  from: 'gemeente-wmo',
  to: 'zorgaanbieder',
  kind: 'warm',
  state: 'accepted',
  offeredAt: instant('2026-10-29T08:10:00Z'),
  seenAt: instant('2026-11-10T09:00:00Z'),
  acceptedAt: instant('2026-11-12T09:00:00Z'),
  declinedAt: null,
  withdrawnAt: null,
  expiredAt: null,
  answerBy: null,
  expiresOn: null,
  expiresAt: null,
  reason: null,
  rightDesk: null,
  previous: null,
  parent: null,
  seenToldBy: null,
  answerToldBy: null,
};

const partner: PartnerView = { id: 'corporatie', kind: 'housing-corporation', name: 'Woningcorporatie' };

const workload: PartnerWorkload = {
  partner: 'corporatie',
  owned: 2,
  onTheMove: 2,
  offersToAnswer: 0,
  asksToAnswer: 1,
  waitingOnOthers: 1,
  oldestSince: instant('2026-10-30T10:05:00Z'),
};

const stall: StallView = {
  casus: 'eva',
  pattern: 'TERM_EXCEEDED',
  about: 'E4',
  root: 'E4',
  since: instant('2026-11-12T23:00:00Z'),
  until: instant('2026-11-19T09:05:00Z'),
  onTheMove: 'gemeente-burgerzaken',
  pair: null,
  cause: 'EIGEN_REGELGEVING',
  causes: [
    {
      cause: 'EIGEN_REGELGEVING',
      block: 'process',
      by: { partner: 'sociaal-team', person: 'jongerenwerker' },
      at: instant('2026-11-19T09:30:00Z'),
      own: false,
    },
  ],
  id: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11/TERM_EXCEEDED/E4/31',
};

const listOf = (item: object) => ({ items: [item], next: null });

/** An answer to every query, by its operation: the examples of the OpenAPI document, from which its schemas follow. */
export const ANSWERS = {
  'list-next-steps': listOf(nextStep),
  'get-step': nextStep,
  'list-casus': listOf(casus),
  'get-casus': casus,
  'get-timeline': listOf(entry),
  'list-handoffs': listOf(handoff),
  'list-handoffs-of-casus': listOf(handoff),
  'get-handoff': handoff,
  'list-stalls': listOf(stall),
  'list-stalls-of-casus': listOf(stall),
  'get-stall': stall,
  'list-partners': listOf(partner),
  'get-partner': partner,
  'get-workload': workload,
  ...ACCOUNT_ANSWERS,
  ...FIGURE_ANSWERS,
  ...INBOX_ANSWERS,
  'get-housing-need': HOUSING_NEED_ANSWER,
} as const;
