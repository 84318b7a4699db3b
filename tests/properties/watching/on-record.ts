import { breachOf } from '#casus/clocks/step-clock';
import { readFact } from '#casus/fact';
import { handoffState } from '#casus/handoff';
import { NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import { moment } from '#casus/moment';
import { stallsAt } from '#casus/standings';
import type { NoticedStall } from '#casus/watch/noticed-stalls';
import { noticesOf, type Notices } from '#casus/watch/notices';
import { watchDecider } from '#casus/watch/watch-decider';
import { readWatchFact, WATCH_CATEGORY, type WatchFact } from '#casus/watch/watch-fact';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import type { RecordedEvent } from '#event-sourcing/event';
import { later, type Instant } from '#event-sourcing/instant';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { PARTNER_CATEGORY, readPartnerFact } from '#partners/partner-fact';
import { partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';

/** All that was known at some place of the log. */
interface Knowledge {
  readonly history: CasusHistory;
  readonly partners: PartnersOverTime;
}

/** How what is known of a casus grew, event by event. */
function growth(log: readonly RecordedEvent[], casus: string): { readonly after: number; readonly known: Knowledge }[] {
  let history = NO_HISTORY;
  let partners = partnersOverTime([]);
  const facts: ReturnType<typeof readPartnerFact>[] = [];
  return log.flatMap((event, index) => {
    if (categoryOf(event.stream) === PARTNER_CATEGORY) {
      facts.push(readPartnerFact(event));
      partners = partnersOverTime(facts);
    } else if (event.stream === `casus-${casus}`) {
      history = withFact(history, readFact(event));
    } else {
      return [];
    }
    return [{ after: index, known: { history, partners } }];
  });
}

const text = (value: unknown): string => JSON.stringify(value);
const ofStall = ({ stall, pattern, about, root, onTheMove, since, until }: Notices['stalls'][number]) =>
  text({ stall, pattern, about, root, onTheMove, since, until });

/** Whether what was written follows from what must be on record. */
function follows(fact: WatchFact, { stalls, expiries, escalations }: Notices): boolean {
  const stall = (id: string) => stalls.find((one) => one.stall === id);
  switch (fact.type) {
    case 'StallBegan': {
      const found = stall(fact.data.stall);
      return found !== undefined && ofStall(found) === ofStall({ ...fact.data, until: found.until });
    }
    case 'StallEnded':
      return stall(fact.data.stall)?.until === fact.data.until;
    case 'StallCorrected': {
      const found = stall(fact.data.stall);
      return (found && ofStall(found)) === (fact.data.instead ? ofStall(fact.data.instead) : undefined);
    }
    case 'OfferExpired':
      return expiries.some((one) => text(one) === text(fact.data));
    case 'Escalated':
      return escalations.some(
        (one) => one.of === fact.data.of && one.level === fact.data.level && one.at === fact.data.at,
      );
  }
}

/** What was written that does not follow from anything known at that time, or from less than what was written before. */
function unfounded(log: readonly RecordedEvent[], casus: string): string[] {
  const known = growth(log, casus);
  let least = 0;
  return log.flatMap((event, index) => {
    if (event.stream !== `${WATCH_CATEGORY}-${casus}`) return [];
    const fact = readWatchFact(event);
    const place = known.findIndex(
      ({ after, known: { history, partners } }, n) =>
        n >= least && after < index && follows(fact, noticesOf(casus, history, partners, fact.recordedAt)),
    );
    if (place < 0) return [`${index} ${text(fact)}`];
    least = place;
    return [];
  });
}

/** A stall as both know it; who was on the move the record holds of its beginning. */
const span = ({ pattern, about, since, until }: Pick<NoticedStall, 'pattern' | 'about' | 'since' | 'until'>) =>
  [pattern, about, since, until].join(' ');

/** The levels that a stall must have been told of by an instant. */
const levels = (pattern: string, since: Instant, until: Instant | null, at: Instant): number[] =>
  [
    since,
    breachOf(lastOfWorkingDays(since, 2, nationalCalendar)),
    breachOf(lastOfWorkingDays(since, 7, nationalCalendar)),
  ]
    .filter((due) => pattern !== 'BLOCKED' && due <= at && (until === null || due < until))
    .map((_, index) => index + 1);

/** What is wrong with the record of one casus; nothing when it is as it must be. */
export interface Faults {
  readonly unfounded: readonly string[];
  readonly twice: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly stallsRecorded: readonly string[];
  readonly stallsThatWere: readonly string[];
  readonly expiriesMissing: readonly string[];
  readonly notTold: readonly string[];
}

/**
 * Holds what the watch wrote of a casus against what follows from all that is known at `now`, or when it wrote last. The
 * `whole` looks also whether each single thing followed from what was known when it was written, which takes long.
 */
export function heldAgainst(log: readonly RecordedEvent[], casus: string, now: Instant, whole: boolean): Faults {
  const { history, partners } = growth(log, casus).at(-1)?.known ?? {
    history: NO_HISTORY,
    partners: partnersOverTime([]),
  };
  const facts = log
    .filter(({ stream }) => categoryOf(stream) === WATCH_CATEGORY && idOf(stream) === casus)
    .map(readWatchFact);
  const at = facts.reduce((latest, { recordedAt }) => later(latest, recordedAt), now);
  const record = facts.reduce((watch, fact) => watchDecider.evolve(watch, fact), watchDecider.initialState);
  const stalls = [...record.stalls].flatMap(([id, stall]) => (stall === null ? [] : [{ id, ...stall }]));
  const once = facts.flatMap((fact) => {
    if (fact.type === 'StallBegan') return [`began ${fact.data.stall}`];
    if (fact.type === 'OfferExpired') return [`expired ${fact.data.handoff}`];
    return fact.type === 'Escalated' ? [`${fact.data.of} ${fact.data.level}`] : [];
  });
  const there = new Set(once);
  const warnings = noticesOf(casus, history, partners, at).escalations.filter(({ why }) => why !== 'stall');
  const due = [
    ...stalls.flatMap(({ id, pattern, since, until }) =>
      levels(pattern, since, until, at).map((level) => `${id} ${level}`),
    ),
    ...warnings.map(({ of, level }) => `${of} ${level}`),
  ];
  const offers = [...(history.casus?.handoffs.values() ?? [])];
  return {
    unfounded: whole ? unfounded(log, casus) : [],
    twice: once.filter((one, place) => once.indexOf(one) !== place),
    outOfOrder: facts.flatMap(({ occurredAt, recordedAt }, n) =>
      occurredAt > recordedAt || recordedAt < (facts[n - 1]?.recordedAt ?? '')
        ? [`${n} ${occurredAt} ${recordedAt}`]
        : [],
    ),
    stallsRecorded: stalls.map(span).sort(),
    stallsThatWere: stallsAt(history, at, undefined, partners).map(span).sort(),
    expiriesMissing: offers
      .filter((offer) => handoffState(offer, moment(at)) === 'expired' && !there.has(`expired ${offer.id}`))
      .map(({ id }) => id),
    notTold: due.filter((one) => !there.has(one)),
  };
}
