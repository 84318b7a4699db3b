import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { InboxDigest } from '#read-models/inbox/digest';
import type { UnreadCounts } from '#read-models/inbox/unread';
import type { InboxItemView } from '#apps/insight/src/inbox-item-view';

const item: InboxItemView = {
  item: '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11.12',
  casus: 'eva',
  why: 'stall',
  pattern: 'TERM_EXCEEDED',
  about: 'E4',
  step: 'E4',
  title: 'Beslissen op briefadres',
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
  state: 'resolved',
  reason: 'stall-ended',
  settledAt: instant('2026-11-19T09:05:00Z'),
  readAt: instant('2026-11-18T08:00:00Z'),
  text: '“Beslissen op briefadres” (E4) was over zijn laatste dag heen, van vrijdag 13 november tot donderdag 19 november.',
  links: {
    casus: '/v1/casus/eva',
    step: '/v1/casus/eva/steps/E4',
    stall: '/v1/casus/eva/stalls?pattern=TERM_EXCEEDED',
  },
};

const unread: UnreadCounts = {
  partner: 'sociaal-team',
  unread: 3,
  persons: [{ person: 'jongerenwerker', unread: 5 }],
};

const digest: InboxDigest<InboxItemView> = {
  partner: 'sociaal-team',
  person: 'jongerenwerker',
  day: localDate('2026-11-18'),
  until: instant('2026-11-18T22:59:59.999Z'),
  complete: true,
  told: 1,
  settled: 1,
  open: 2,
  unread: 0,
  casus: [{ casus: 'eva', told: [item], settled: [item], open: ['E12', 'E4'] }],
};

/** An answer to every query about an inbox, by its operation. */
export const INBOX_ANSWERS = {
  'list-inbox': { items: [item], next: null },
  'count-unread': unread,
  'get-digest': digest,
} as const;
