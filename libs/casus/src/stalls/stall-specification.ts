import { localTimeToInstant } from '#calendar/local-date';
import { plusMs, type Instant } from '#event-sourcing/instant';
import { partnerEvent, type PartnerDataOf, type PartnerEventType } from '#partners/partner-events';
import { factOf } from '#partners/partner-specification';
import { NO_PARTNERS, partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';
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

/** Partners of which these facts are known: name, event, and since when (by default since before every casus). */
export function partnersWith(
  ...known: readonly {
    [T in PartnerEventType]: readonly [partner: string, type: T, data: PartnerDataOf<T>, time?: string];
  }[PartnerEventType][]
): PartnersOverTime {
  const early = '2026-08-01T09:00';
  const partners = new Set(known.map(([partner]) => partner));
  const registered = [...partners].map((partner) =>
    factOf(partnerEvent('PartnerRegistered', { kind: 'other', name: partner }), { partner, occurredAt: at(early) }),
  );
  const facts = known.map(([partner, type, data, time = early]) =>
    factOf(partnerEvent(type, data), { partner, occurredAt: at(time), recordedAt: at(time) }),
  );
  return partnersOverTime([...registered, ...facts]);
}

/** What to look for: the stalls of a pattern, about one thing if it is named, seen at a time. */
export interface Sought {
  readonly pattern: StallPattern;
  readonly about?: string;
  readonly seen?: string;
  readonly partners?: PartnersOverTime;
}

/** The stalls after these commands, as `since..until party`, with the step at the root when that is another. */
export function stallsIn(given: readonly Brief[], { pattern, about, seen = LATER, partners }: Sought): string[] {
  return stallsAt(casusAfter(...given), at(seen), undefined, partners ?? NO_PARTNERS)
    .filter((stall) => stall.pattern === pattern && (about === undefined || stall.about === about))
    .map(({ since, until, onTheMove, root, about: thing }) => {
      const span = `${local(since)}..${until === null ? '' : local(until)} ${onTheMove ?? 'nobody'}`;
      return pattern === 'BLOCKED' || (root !== null && root !== thing && about === undefined)
        ? `${span} root ${root ?? ''}`
        : span;
    });
}
