import { localTimeToInstant, localDate } from '#calendar/local-date';
import type { CasusDealing } from '#read-models/dealings/query';
import type { Offer } from '#read-models/figures/offer';
import { periodOf } from '#read-models/figures/period';
import type { CountedStall } from '#read-models/figures/stall-group';

/** Things to count, for the specifications beside the code. Times are local, in November 2026: `16T09:00` is the Monday. */

export const at = (time: string) => localTimeToInstant(`2026-11-${time}`);

/** The whole of November, or the part of it between these days. */
export const november = (first = '01', last = '30') =>
  periodOf(localDate(`2026-11-${first}`), localDate(`2026-11-${last}`), at('30T23:59'));

/** An open offer of step E1 of casus c1 by a to b, on Monday at nine. */
export const offer = (more: Partial<Offer> = {}): Offer => ({
  casus: 'c1',
  step: 'E1',
  handoff: 'O1',
  from: 'a',
  to: 'b',
  offeredAt: at('16T09:00'),
  seenAt: null,
  state: 'offered',
  endedAt: null,
  reason: null,
  ...more,
});

/** An open question of a to b about step E1 of casus c1, on Monday at nine. */
export const dealing = (more: Partial<CasusDealing> = {}): CasusDealing => ({
  casus: 'c1',
  key: 'ask A1',
  kind: 'ask',
  thing: 'A1',
  step: 'E1',
  handoff: null,
  from: 'a',
  to: 'b',
  beganAt: at('16T09:00'),
  life: 'open',
  endedAt: null,
  reason: null,
  due: null,
  renegotiated: 0,
  ...more,
});

/** Step E1 of casus c1 past its last day since Monday; a is on the move. */
export const stall = (more: Partial<CountedStall> = {}): CountedStall => ({
  casus: 'c1',
  pattern: 'TERM_EXCEEDED',
  about: 'E1',
  root: 'E1',
  since: at('16T00:00'),
  until: null,
  onTheMove: 'a',
  causes: [],
  neighbourhood: 'Zuid',
  attentionGroup: null,
  ...more,
});
