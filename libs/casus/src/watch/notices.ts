import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { handoffState } from '#casus/handoff';
import type { CasusHistory } from '#casus/history';
import { moment } from '#casus/moment';
import { courseOf, type Course } from '#casus/watch/course';
import { escalationsOf, type Escalation } from '#casus/watch/escalations';
import { noticedStalls, type NoticedStall } from '#casus/watch/noticed-stalls';
import { warningsOf } from '#casus/watch/warnings';
import type { WatchDataOf } from '#casus/watch/watch-events';

/** All that must be on record of a casus by an instant; a stall that lasts then has no `until`. */
export interface Notices {
  readonly at: Instant;
  readonly stalls: readonly NoticedStall[];
  readonly expiries: readonly WatchDataOf<'OfferExpired'>[];
  readonly escalations: readonly Escalation[];
  /** The first instant after it at which there will be more if nothing happens. */
  readonly next: Instant | undefined;
}

function expiriesOf({ stops }: Course): WatchDataOf<'OfferExpired'>[] {
  const offers = stops.at(-1)?.casus.handoffs.values() ?? [];
  return [...offers].flatMap((offer) => {
    const { id: handoff, step, from, to, expiresAt: expiredAt } = offer;
    return expiredAt !== undefined && handoffState(offer, moment(expiredAt)) === 'expired'
      ? [{ handoff, step, from, to, expiredAt }]
      : [];
  });
}

/** All that will have to be on record of a casus if nothing more happens; a stall that nothing is to end has no `until`. */
export type Foreseen = Omit<Notices, 'at' | 'next'>;

const NOTHING: Foreseen = { stalls: [], expiries: [], escalations: [] };

/** What the system must notice of a casus (by id) sooner or later, from all that is known. Domain, "Stalls". */
export function foresee(casus: string, history: CasusHistory, partners: PartnersOverTime): Foreseen {
  const course = history.casus && courseOf(history.facts, partners);
  if (!course) return NOTHING;
  const stalls = noticedStalls(casus, course);
  return {
    stalls,
    expiries: expiriesOf(course),
    escalations: [...warningsOf(casus, course), ...stalls.flatMap((stall) => escalationsOf(course, stall))],
  };
}

/** What of that must be on record by an instant. */
export function noticesBy({ stalls, expiries, escalations }: Foreseen, at: Instant): Notices {
  const instants = [
    ...stalls.flatMap(({ since, until }) => (until === null ? [since] : [since, until])),
    ...expiries.map(({ expiredAt }) => expiredAt),
    ...escalations.map((escalation) => escalation.at),
  ];
  return {
    at,
    stalls: stalls
      .filter(({ since }) => since <= at)
      .map((stall) => (stall.until !== null && stall.until > at ? { ...stall, until: null } : stall)),
    expiries: expiries.filter(({ expiredAt }) => expiredAt <= at),
    escalations: escalations.filter((escalation) => escalation.at <= at),
    next: instants.filter((one) => one > at).sort()[0],
  };
}

/** What the system must have noticed of a casus (by id) by an instant, from all that is known. */
export const noticesOf = (casus: string, history: CasusHistory, partners: PartnersOverTime, at: Instant): Notices =>
  noticesBy(foresee(casus, history, partners), at);
