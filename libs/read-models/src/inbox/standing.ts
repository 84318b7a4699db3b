import type { LocalDate } from '#calendar/local-date';
import { breachOf } from '#casus/clocks/step-clock';
import type { StepState } from '#casus/step-state';
import type { Instant } from '#event-sourcing/instant';
import type { InboxCourseTable, InboxTable } from '#read-models/inbox/table';

/**
 * What became of an item: it is `open`; what it is about is over (`resolved`), or is a stall by now of which is told
 * apart (`overtaken`); or a late fact showed that there was nothing to tell (`withdrawn`).
 */
export interface ItemStanding {
  readonly state: 'open' | 'resolved' | 'overtaken' | 'withdrawn';
  readonly reason: SettledReason | null;
  /** From when on it is not open; of what was withdrawn, when that was recorded, if that is known. */
  readonly settledAt: Instant | null;
}

export type SettledReason =
  | 'stall-ended'
  | 'step-ended'
  | 'last-day-moved'
  | 'last-day-passed'
  | 'promise-kept'
  | 'promise-released'
  | 'never-so'
  | 'over-before-told';

/**
 * What is known that became of it: the latest of a stall; of a promise the first that took this last day from it, whatever
 * came of it after that.
 */
export type News = Pick<InboxCourseTable, 'news' | 'recorded_at' | 'ended_at'>;

/** How long a step had the last day of which was warned. `until` null: no end is known; `afterwards`: its state then. */
export interface LastDayHeld {
  readonly until: Instant | null;
  readonly afterwards: StepState | null;
}

/** What a standing follows from. `held` null: by what is known the step never had this last day. */
export interface ItemCourse {
  readonly item: Pick<InboxTable, 'why' | 'at' | 'last_day'>;
  readonly news: News | null;
  readonly held: LastDayHeld | null;
}

const OPEN: ItemStanding = { state: 'open', reason: null, settledAt: null };

const withdrawn = (reason: 'never-so' | 'over-before-told', settledAt: Instant | null): ItemStanding => ({
  state: 'withdrawn',
  reason,
  settledAt,
});

function ofStall({ at }: ItemCourse['item'], news: News | null): ItemStanding {
  if (news?.news === 'never-was') return withdrawn('never-so', news.recorded_at);
  if (!news?.ended_at) return OPEN;
  if (news.ended_at <= at) return withdrawn('over-before-told', news.recorded_at);
  return { state: 'resolved', reason: 'stall-ended', settledAt: news.ended_at };
}

function ofPromise({ at }: ItemCourse['item'], news: News | null): ItemStanding {
  if (!news?.ended_at) return OPEN;
  if (news.ended_at <= at) return withdrawn('over-before-told', news.recorded_at);
  const reason =
    news.news === 'kept' ? 'promise-kept' : news.news === 'released' ? 'promise-released' : 'last-day-moved';
  return { state: 'resolved', reason, settledAt: news.ended_at };
}

function ofTerm({ at }: ItemCourse['item'], held: LastDayHeld | null, now: Instant): ItemStanding {
  if (!held) return withdrawn('never-so', null);
  const { until, afterwards } = held;
  if (until === null || until > now) return OPEN;
  if (until <= at) return withdrawn('over-before-told', null);
  const ended = afterwards === 'done' || afterwards === 'cancelled';
  return { state: 'resolved', reason: ended ? 'step-ended' : 'last-day-moved', settledAt: until };
}

const passedBy = (day: LocalDate, standing: ItemStanding, now: Instant): boolean => {
  const breach = breachOf(day);
  return breach <= now && (standing.state === 'open' || (standing.settledAt !== null && standing.settledAt > breach));
};

/** How an item stands at a moment, from what was known then. Domain, "The inbox". */
export function standingOf({ item, news, held }: ItemCourse, now: Instant): ItemStanding {
  if (item.why === 'stall') return ofStall(item, news);
  const standing = item.why === 'promise' ? ofPromise(item, news) : ofTerm(item, held, now);
  if (item.last_day === null || standing.state === 'withdrawn' || !passedBy(item.last_day, standing, now)) {
    return standing;
  }
  return { state: 'overtaken', reason: 'last-day-passed', settledAt: breachOf(item.last_day) };
}
