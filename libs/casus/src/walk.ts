import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';
import { stallsOf } from '#casus/stalls/stalls';
import type { Stall } from '#casus/stalls/scene';
import { standingOf, type Standing } from '#casus/standing';
import { lookAt, type Look } from '#casus/walk-scene';

/** A step stands the same from `from` to before `to`; `to` null: from then on, unless something happens. */
export interface StandingInterval {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly standing: Standing;
}

/** A stall that holds since `since`, with the same party on the move from `from` to before `to`. */
export interface StallStretch extends Stall {
  readonly since: Instant;
  readonly to: Instant | null;
}

/**
 * A casus followed through time: how all stands where the walk is, since when, and what comes next by itself. The
 * intervals in it have no end yet.
 */
export interface Walk {
  readonly look: Look;
  readonly standings: ReadonlyMap<string, StandingInterval>;
  readonly stalls: ReadonlyMap<string, StallStretch>;
  /** The next instant at which something may change without anything happening. */
  readonly next: Instant | undefined;
}

/** Where a walk came, and what ended on the way, in the order of the ends. */
export interface Stretch {
  readonly walk: Walk;
  readonly standings: readonly StandingInterval[];
  readonly stalls: readonly StallStretch[];
}

/** The instants at which a step, an offer or a basis changes without anything happening. */
function turningPoints(casus: Casus, partners: PartnersOverTime): (Instant | undefined)[] {
  const ofSteps = [...casus.steps.values()].flatMap((step) => [
    step.notBefore?.startsAt,
    step.waiting?.endsAt,
    ...step.suspensions.flatMap(({ from, to }) => [from, to]),
    ...(step.claimedBy === undefined ? [] : partners.absenceTurns(step.owner)),
  ]);
  const unanswered = [...casus.handoffs.values()].filter(({ life }) => life.is === 'offered' || life.is === 'seen');
  const expiries = unanswered.map(({ expiresAt }) => expiresAt);
  return [...ofSteps, ...expiries, ...casus.bases.map(({ endsAt }) => endsAt)];
}

function firstAfter(at: Instant, points: readonly (Instant | undefined)[]): Instant | undefined {
  let first: Instant | undefined;
  for (const point of points) {
    if (point !== undefined && point > at && (first === undefined || point < first)) first = point;
  }
  return first;
}

/** Both are made by standingOf, which writes their fields in one order. */
const same = (a: Standing, b: Standing): boolean => JSON.stringify(a) === JSON.stringify(b);

function standingsOf(look: Look, before: Walk | undefined) {
  const standings = new Map<string, StandingInterval>();
  const ended: StandingInterval[] = [];
  for (const scene of look.steps.values()) {
    const standing = standingOf(look, scene);
    const running = before?.standings.get(scene.step.id);
    if (running && same(running.standing, standing)) {
      standings.set(scene.step.id, running);
    } else {
      standings.set(scene.step.id, { from: look.at, to: null, standing });
      if (running && running.from < look.at) ended.push({ ...running, to: look.at });
    }
  }
  return { standings, ended };
}

function stallStretches(look: Look, holding: readonly Stall[], before: Walk | undefined) {
  const stalls = new Map<string, StallStretch>();
  for (const { pattern, about, root, onTheMove } of holding) {
    const key = `${pattern} ${about}`;
    const running = before?.stalls.get(key);
    const goesOn = running?.onTheMove === onTheMove && running.root === root;
    const since = running?.since ?? look.at;
    stalls.set(key, goesOn ? running : { pattern, about, root, onTheMove, since, from: look.at, to: null });
  }
  const ended = [...(before?.stalls ?? [])]
    .filter(([key, stall]) => stalls.get(key) !== stall && stall.from < look.at)
    .map(([, stall]) => ({ ...stall, to: look.at }));
  return { stalls, ended };
}

/** Looks around at an instant: what ends there, what begins, and what comes next. */
function arrive(casus: Casus, at: Instant, partners: PartnersOverTime, before: Walk | undefined, fact?: Fact): Stretch {
  const look = lookAt(casus, at, partners, before?.look, fact);
  const found = stallsOf(look);
  const { standings, ended } = standingsOf(look, before);
  const holding = found.filter(({ from }) => from <= at);
  const { stalls, ended: endedStalls } = stallStretches(look, holding, before);
  const next = firstAfter(at, [...turningPoints(casus, partners), ...found.map(({ from }) => from)]);
  return { walk: { look, standings, stalls, next }, standings: ended, stalls: endedStalls };
}

/** Follows a casus in which nothing happens up to and including `until`; null: for ever. */
export function walkOn(walk: Walk, until: Instant | null, partners: PartnersOverTime): Stretch {
  const standings: StandingInterval[] = [];
  const stalls: StallStretch[] = [];
  let here = walk;
  while (here.next !== undefined && (until === null || here.next <= until)) {
    const step = arrive(here.look.casus, here.next, partners, here);
    here = step.walk;
    standings.push(...step.standings);
    stalls.push(...step.stalls);
  }
  return { walk: here, standings, stalls };
}

/** Follows a casus over one more fact, which happens no earlier than where the walk is. */
export function walkOver(walk: Walk | undefined, fact: Fact, partners: PartnersOverTime): Stretch {
  if (!walk) return arrive(evolve(undefined, fact), fact.occurredAt, partners, undefined, fact);
  // A decision of before the opening takes effect where the walk is.
  const at = fact.occurredAt < walk.look.at ? walk.look.at : fact.occurredAt;
  const quiet = walkOn(walk, at, partners);
  const there = arrive(evolve(quiet.walk.look.casus, fact), at, partners, quiet.walk, fact);
  return {
    walk: there.walk,
    standings: [...quiet.standings, ...there.standings],
    stalls: [...quiet.stalls, ...there.stalls],
  };
}

/** All that follows from the facts of a casus over time, intervals to come included, in the order of their ends. */
export function walkThrough(facts: readonly Fact[], partners: PartnersOverTime): Stretch | undefined {
  const standings: StandingInterval[] = [];
  const stalls: StallStretch[] = [];
  let walk: Walk | undefined;
  for (const fact of facts) {
    const step = walkOver(walk, fact, partners);
    walk = step.walk;
    standings.push(...step.standings);
    stalls.push(...step.stalls);
  }
  return walk && { walk, standings, stalls };
}
