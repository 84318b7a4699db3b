import { localTimeToInstant } from '#calendar/local-date';
import { plusMs, type Instant } from '#event-sourcing/instant';
import { partnerEvent, type PartnerDataOf, type PartnerEvent, type PartnerEventType } from '#partners/partner-events';
import { factOf } from '#partners/partner-specification';
import { NO_PARTNERS, partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';
import type { CasusHistory } from '#casus/history';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { stallsAt } from '#casus/standings';
import type { StallPattern } from '#casus/vocabulary';

/** What the specifications of the stalls share: steps and offers in brief, and stalls as one reads them. Times are local. */

const HOUR = 3_600_000;

/** The local time of an instant on a whole minute; any other as it is. */
export const local = (instant: Instant): string =>
  [1, 2]
    .map((offset) => plusMs(instant, offset * HOUR).slice(0, 16))
    .find((text) => localTimeToInstant(text) === instant) ?? instant;

/** The same command at a time. */
export const on = (time: string, brief: Brief): Brief => ({ ...brief, at: time });

/** Step E1 of the municipality, planned on Monday 14 September at 09:00. */
export const E1 = (more: Partial<Brief<'plan-step'>> = {}) => step('E1', 'gemeente-wmo', more);

/** The municipality offers E1 to welfare, on Tuesday 15 September at 10:00. */
export const offered = (more: Partial<Brief<'offer-handoff'>> = {}): Brief => ({
  do: 'offer-handoff',
  by: 'gemeente-wmo',
  step: 'E1',
  at: '2026-09-15T10:00',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  ...more,
});

/** When nothing happens any more in a specification, and nothing will. */
export const LATER = '2027-06-01T09:00';

/** What is known of a partner, since a time. */
export interface Known {
  readonly partner: string;
  readonly event: PartnerEvent;
  readonly time: string;
}

const EARLY = '2026-08-01T09:00';

/** An event of a partner; by default from before every casus. */
export const known = <T extends PartnerEventType>(
  partner: string,
  type: T,
  data: PartnerDataOf<T>,
  time: string = EARLY,
): Known =>
  // The event of a type that is not known yet is one of all types; the compiler cannot follow that.
  ({ partner, event: partnerEvent(type, data) as PartnerEvent, time });

/** The partners of which these things are known. */
export function partnersWith(...all: readonly Known[]): PartnersOverTime {
  const registered = [...new Set(all.map(({ partner }) => partner))].map((partner) =>
    known(partner, 'PartnerRegistered', { kind: 'other', name: partner }),
  );
  return partnersOverTime(
    [...registered, ...all].map(({ partner, event, time }) =>
      factOf(event, { partner, occurredAt: at(time), recordedAt: at(time) }),
    ),
  );
}

/** What to look for: the stalls of a pattern, about one thing if it is named, seen at a time. */
export interface Sought {
  readonly pattern: StallPattern;
  readonly about?: string;
  readonly seen?: string;
  readonly partners?: PartnersOverTime;
}

/** The stalls of a history, as `since..until party`, of BLOCKED with the step at its root. */
export function stallsOf(history: CasusHistory, { pattern, about, seen = LATER, partners }: Sought): string[] {
  return stallsAt(history, at(seen), undefined, partners ?? NO_PARTNERS)
    .filter((stall) => stall.pattern === pattern && (about === undefined || stall.about === about))
    .map(({ since, until, onTheMove, root }) => {
      const span = `${local(since)}..${until === null ? '' : local(until)} ${onTheMove ?? 'nobody'}`;
      return pattern === 'BLOCKED' ? `${span} root ${root ?? ''}` : span;
    });
}

/** The stalls after these commands in a casus with everyone at the table. */
export const stallsIn = (given: readonly Brief[], sought: Sought): string[] => stallsOf(casusAfter(...given), sought);
