import { instant } from '#event-sourcing/instant';
import type { InboxItem } from '#read-models/inbox/query';

/** Items for the specifications of the inbox. */

export const CASUS = '00000000-0000-4000-8000-000000000001';

/** That E4 of Eva was past its last day, told to its owner on Friday the thirteenth. */
export const PAST: InboxItem = {
  item: `${CASUS}.1`,
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
  level: 1,
  role: 'on-the-move',
  partner: 'gemeente-burgerzaken',
  person: null,
  at: instant('2026-11-12T23:00:00Z'),
  toldAt: instant('2026-11-12T23:00:10Z'),
  state: 'open',
  reason: null,
  settledAt: null,
  readAt: null,
};
