import { accepted, type Decider, type Decision } from '#event-sourcing/decider';
import { later, type Instant } from '#event-sourcing/instant';
import type { NoticedStall } from '#casus/watch/noticed-stalls';
import type { Notices } from '#casus/watch/notices';
import { instantOf, watchEvent, type WatchEvent } from '#casus/watch/watch-events';
import type { WatchFact } from '#casus/watch/watch-fact';

/** What is on record of a casus: each stall as it was last recorded (null: there was none), and what was told once. */
export interface Watch {
  readonly stalls: ReadonlyMap<string, NoticedStall | null>;
  readonly told: ReadonlySet<string>;
  /** The latest `recordedAt`. */
  readonly recordedAt: Instant | undefined;
}

/** All that must be on record is. */
export interface NothingNew {
  readonly code: 'nothing-new';
}

const NOTHING: Watch = { stalls: new Map(), told: new Set(), recordedAt: undefined };

/** Of events that are recorded once and for all: by what they are known. */
function nameOf(event: WatchEvent<'OfferExpired' | 'Escalated'>): string {
  return event.type === 'OfferExpired' ? `expired ${event.data.handoff}` : `${event.data.of} ${event.data.level}`;
}

function evolve(watch: Watch, fact: WatchFact): Watch {
  const recordedAt = watch.recordedAt === undefined ? fact.recordedAt : later(watch.recordedAt, fact.recordedAt);
  const withStall = (id: string, stall: NoticedStall | null): Watch => ({
    ...watch,
    recordedAt,
    stalls: new Map(watch.stalls).set(id, stall),
  });
  switch (fact.type) {
    case 'StallBegan':
      return withStall(fact.data.stall, { ...fact.data, until: null });
    case 'StallEnded': {
      const begun = watch.stalls.get(fact.data.stall);
      return begun ? withStall(begun.stall, { ...begun, until: fact.data.until }) : { ...watch, recordedAt };
    }
    case 'StallCorrected':
      return withStall(fact.data.stall, fact.data.instead);
    case 'OfferExpired':
    case 'Escalated':
      return { ...watch, recordedAt, told: new Set([...watch.told, nameOf(fact)]) };
  }
}

const sameBeginning = (a: NoticedStall, b: NoticedStall): boolean =>
  a.since === b.since && a.root === b.root && a.onTheMove === b.onTheMove;

/** What has to be written so that this stall is on record as it is. */
function ofStall(stall: NoticedStall, known: NoticedStall | null | undefined): WatchEvent[] {
  const { until, ...begun } = stall;
  const ended = until === null ? [] : [watchEvent('StallEnded', { stall: stall.stall, until })];
  if (known === undefined) return [watchEvent('StallBegan', begun), ...ended];
  if (known && sameBeginning(known, stall)) {
    if (known.until === until) return [];
    if (known.until === null) return ended;
  }
  return [watchEvent('StallCorrected', { stall: stall.stall, instead: stall })];
}

/** Corrections come last: they are true from now on. */
const inOrder = (a: WatchEvent, b: WatchEvent): number => {
  const [one, other] = [instantOf(a) ?? '~', instantOf(b) ?? '~'];
  return one < other ? -1 : one > other ? 1 : 0;
};

function decide(notices: Notices, { stalls, told }: Watch): Decision<WatchEvent, NothingNew> {
  const there = new Set(notices.stalls.map(({ stall }) => stall));
  const undone = [...stalls].filter(([id, known]) => known !== null && !there.has(id));
  const once: WatchEvent<'OfferExpired' | 'Escalated'>[] = [
    ...notices.expiries.map((expiry) => watchEvent('OfferExpired', expiry)),
    ...notices.escalations.map((escalation) => watchEvent('Escalated', escalation)),
  ];
  const [first, ...rest] = [
    ...notices.stalls.flatMap((stall) => ofStall(stall, stalls.get(stall.stall))),
    ...once.filter((event) => !told.has(nameOf(event))),
    ...undone.map(([stall]) => watchEvent('StallCorrected', { stall, instead: null })),
  ].sort(inOrder);
  return first ? accepted(first, ...rest) : { accepted: false, rejection: { code: 'nothing-new' } };
}

/**
 * What the system notices of a casus, as a stream of its own: of all that must be on record (the command), what is missing
 * is written in the order of the true instants; what a late fact undid or moved is corrected. Domain, "Stalls".
 */
export const watchDecider: Decider<Notices, Watch, WatchFact, WatchEvent, NothingNew> = {
  initialState: NOTHING,
  evolve,
  decide,
};
