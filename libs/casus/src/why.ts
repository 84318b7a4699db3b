import type { LocalDate } from '#calendar/local-date';
import { minutesBetween } from '#calendar/working-time';
import { epochMs, later, plusMs, type Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { breachOf, cannotAct, stepDays } from '#casus/clocks/step-clock';
import type { CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';
import { workingMinutesOf } from '#casus/ledger';
import type { Act } from '#casus/move';
import { stallIntervals, type StallInterval } from '#casus/stall-interval';
import type { Step } from '#casus/step';
import { walkOn, walkThrough, type StandingInterval } from '#casus/walk';

/** An event in the log, as an explanation names it. */
export interface NamedEvent {
  readonly type: CasusEventType;
  readonly revision: number;
  readonly at: Instant;
}

/** A stretch of a step's time in which one party had to do one thing; `step` is where, when something else blocked it. */
export interface Link {
  readonly step: string;
  readonly party: string | null;
  readonly act: Act | null;
  readonly about: string | null;
  readonly line: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  readonly workingMinutes: number;
  /** The last day on which the act was within its norm, and the minutes it took beyond that. */
  readonly dueOn: LocalDate | null;
  readonly overrun: number;
  /** What began and what ended it; null when time did, or when it lasts. */
  readonly began: NamedEvent | null;
  readonly ended: NamedEvent | null;
}

/** The single link that, done within its norm with the rest unchanged, would have gained most; enough, or not. */
export interface Counterfactual {
  readonly link: number;
  readonly gain: number;
  readonly keptGreen: boolean;
}

/** Why a step is (or was) red: since when, by which stalls, and every stretch of time that led there. */
export interface Why {
  readonly step: string;
  /** The last day that counts, and its rule; null of a target. */
  readonly lastDay: LocalDate | null;
  readonly rule: string | null;
  /** Past its last day, now or when it was done; else it only stalled. */
  readonly late: boolean;
  readonly redFrom: Instant;
  /** Until when it was red: done, no longer stalled, or the moment itself. */
  readonly redUntil: Instant;
  /** It still is. */
  readonly lasts: boolean;
  readonly doneAt: Instant | null;
  readonly stalls: readonly StallInterval[];
  readonly chain: readonly Link[];
  readonly counterfactual: Counterfactual | null;
}

const ENDED = new Set(['done', 'cancelled']);

const sameLink = (a: StandingInterval, b: StandingInterval): boolean => {
  const [one, other] = [a.standing, b.standing];
  return (
    a.to === b.from &&
    one.root === other.root &&
    one.onTheMove === other.onTheMove &&
    one.act === other.act &&
    one.about === other.about &&
    one.line === other.line
  );
};

/** The intervals of a step that has not ended, neighbours in which the same party had to do the same thing taken together. */
function stretchesOf(intervals: readonly StandingInterval[], step: string, until: Instant): StandingInterval[] {
  const stretches: StandingInterval[] = [];
  const ofStep = intervals.filter(({ standing, from }) => standing.step === step && from < until);
  for (const interval of ofStep.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (ENDED.has(interval.standing.state)) continue;
    const cut = { ...interval, to: interval.to === null || interval.to > until ? until : interval.to };
    const last = stretches.at(-1);
    if (last && sameLink(last, cut)) stretches.splice(-1, 1, { ...cut, from: last.from });
    else stretches.push(cut);
  }
  return stretches;
}

function eventAt(facts: readonly Fact[], at: Instant, steps: readonly string[]): NamedEvent | null {
  const fact = facts.findLast(
    ({ occurredAt, data }) =>
      occurredAt === at && 'step' in data && data.step !== undefined && steps.includes(data.step),
  );
  return fact ? { type: fact.type, revision: fact.revision, at } : null;
}

/** When a link would have ended within its norm. */
function endedInTime({ from, to, dueOn }: Pick<Link, 'from' | 'to' | 'dueOn'>): Instant {
  const due = dueOn === null ? to : breachOf(dueOn);
  return due >= to ? to : later(due, from);
}

function linkOf(facts: readonly Fact[], partners: PartnersOverTime, until: Instant, lasts: boolean) {
  return ({ from, to, standing }: StandingInterval): Link => {
    const end = to ?? until;
    const { step, root, onTheMove, act, about, line, dueOn } = standing;
    const steps = [step, root ?? step, ...standing.blockedBy];
    const booked = { step, line: onTheMove ?? line ?? '', from, to: end };
    return {
      step: root ?? step,
      party: onTheMove,
      act,
      about,
      line: line ?? '',
      from,
      to: end,
      minutes: minutesBetween(from, end),
      workingMinutes: workingMinutesOf(booked, partners),
      dueOn,
      overrun: minutesBetween(endedInTime({ from, to: end, dueOn }), end),
      began: eventAt(facts, from, steps),
      ended: end === until && lasts ? null : eventAt(facts, end, steps),
    };
  };
}

/** How a red step came to its end: what each try of another course is held against. */
interface Course {
  readonly end: Instant;
  readonly redFrom: Instant;
  readonly late: boolean;
  /** The step as it was at the end, and since when its owner could act, if it could. */
  readonly step: Step | undefined;
  readonly ableSince: Instant | undefined;
}

/** Since when the owner that a step had in the last of these intervals could act on it; undefined where it could not. */
function ableSinceOf(intervals: readonly StandingInterval[], step: string, until: Instant): Instant | undefined {
  let able: StandingInterval | undefined;
  for (const interval of intervals) {
    const { standing, from } = interval;
    if (standing.step !== step || from >= until) continue;
    const goesOn = able?.to === from && able.standing.owner === standing.owner;
    const acts = !ENDED.has(standing.state) && !cannotAct(standing.state);
    able = acts ? { ...interval, from: goesOn && able ? able.from : from } : undefined;
  }
  return able?.from;
}

/** Where an instant comes to lie with a link within its norm: what came after it moves, what came in it waits no longer. */
function movedBy(link: Link, instant: Instant): Instant {
  const ended = endedInTime(link);
  if (instant >= link.to) return plusMs(instant, epochMs(ended) - epochMs(link.to));
  return instant < ended ? instant : ended;
}

/** From when a step would have been late with one link within its norm: what is fair to its owner moves too. */
function breachWith(link: Link, { step, ableSince }: Course): Instant | undefined {
  if (!step) return undefined;
  const startsAt = step.notBefore?.startsAt;
  // The day before which nothing may start stays where it lies.
  const moved =
    ableSince && (startsAt === undefined ? movedBy(link, ableSince) : later(movedBy(link, ableSince), startsAt));
  const { lastDay } = stepDays(step, moved);
  return lastDay === null ? undefined : breachOf(lastDay);
}

/** Tries each single link within its own norm, the rest shifted unchanged: the smallest that suffices, else the largest gain. */
function counterfactualOf(chain: readonly Link[], course: Course): Counterfactual | null {
  const { end, redFrom, late } = course;
  const tries = chain
    .map((link, index) => {
      const breach = (late ? breachWith(link, course) : undefined) ?? redFrom;
      return { link: index, gain: link.overrun, keptGreen: movedBy(link, end) <= breach };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => a.gain - b.gain);
  return tries.find(({ keptGreen }) => keptGreen) ?? tries.at(-1) ?? null;
}

/**
 * Why a step is red at `at`, by the facts known of its casus; undefined where it neither is nor was. Domain, "Why is this
 * red?".
 */
export function whyRed(facts: readonly Fact[], partners: PartnersOverTime, step: string, at: Instant): Why | undefined {
  const through = walkThrough(facts, partners);
  if (!through) return undefined;
  const on = walkOn(through.walk, at, partners);
  const stalls = stallIntervals([...through.stalls, ...on.stalls, ...on.walk.stalls.values()]).filter(
    ({ root, about }) => about === step || root === step,
  );
  const { lastDay, rule } = on.walk.look.steps.get(step)?.days ?? { lastDay: null, rule: null };
  const found = on.walk.look.casus.steps.get(step);
  const { life, term } = found ?? {};
  const doneAt = life?.is === 'done' || life?.is === 'cancelled' ? life.at : null;
  const breach = lastDay === null ? undefined : breachOf(lastDay);
  // A right of the resident lapses: nobody is late.
  const lapses = rule !== null && term?.rule.binds === 'resident';
  const late = breach !== undefined && !lapses && breach < (doneAt ?? at);
  const redFrom = late ? breach : stalls.map(({ since }) => since).sort()[0];
  if (redFrom === undefined) return undefined;
  const ends = stalls.map(({ until }) => until ?? at).sort();
  const end = late ? (doneAt ?? at) : (ends.at(-1) ?? at);
  const lasts = doneAt === null && end === at;
  const intervals = [...through.standings, ...on.standings, ...on.walk.standings.values()];
  const chain = stretchesOf(intervals, step, end).map(linkOf(facts, partners, end, lasts));
  const ableSince = ableSinceOf(intervals, step, end);
  const counterfactual = counterfactualOf(chain, { end, redFrom, late, step: found, ableSince });
  return { step, lastDay, rule, late, redFrom, redUntil: end, lasts, doneAt, stalls, chain, counterfactual };
}
