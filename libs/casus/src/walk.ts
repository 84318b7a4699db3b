import type { Instant } from '#event-sourcing/instant';
import { sameJson } from '#event-sourcing/canonical-json';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';
import { standingOf, type Standing } from '#casus/standing';
import {
  ALL_STALLS,
  findStalls,
  stallStretches,
  type Found,
  type Searching,
  type StallStretch,
} from '#casus/walk-stalls';
import type { Look } from '#casus/walk-look';
import { firstAfter, lookAt } from '#casus/walk-scene';

/** A step stands the same from `from` to before `to`; `to` null: from then on, unless something happens. */
export interface StandingInterval {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly standing: Standing;
}

/**
 * A casus followed through time: how all stands where the walk is, since when, and what comes next by itself. The
 * intervals in it have no end yet.
 */
export interface Walk {
  readonly look: Look;
  readonly standings: ReadonlyMap<string, StandingInterval>;
  readonly stalls: ReadonlyMap<string, StallStretch>;
  readonly found: Found;
  /** The next instant at which something may change without anything happening. */
  readonly next: Instant | undefined;
}

/** Where a walk came, and what ended on the way, in the order of the ends. */
export interface Stretch {
  readonly walk: Walk;
  readonly standings: readonly StandingInterval[];
  readonly stalls: readonly StallStretch[];
}

function standingsOf(look: Look, norms: boolean, before: Walk | undefined) {
  const changed: StandingInterval[] = [];
  const ended: StandingInterval[] = [];
  for (const id of look.stirred) {
    const scene = look.steps.get(id);
    if (!scene) continue;
    const standing = standingOf(look, scene, norms);
    const running = before?.standings.get(id);
    if (running && sameJson(running.standing, standing)) continue;
    changed.push({ from: look.at, to: null, standing });
    if (running && running.from < look.at) ended.push({ ...running, to: look.at });
  }
  if (before && changed.length === 0) return { standings: before.standings, ended };
  const standings = new Map(before?.standings);
  for (const interval of changed) standings.set(interval.standing.step, interval);
  return { standings, ended };
}

/** Looks around at an instant: what ends there, what begins, and what comes next. */
function arrive(
  casus: Casus,
  at: Instant,
  partners: PartnersOverTime,
  search: Searching,
  before: Walk | undefined,
  fact?: Fact,
): Stretch {
  const look = lookAt(casus, at, partners, before?.look, fact);
  const { standings, ended } = standingsOf(look, search.norms, before);
  const found = findStalls(look, partners, search, before);
  const all = [...found.stalls, ...search.behind(look, found.stalls)];
  const { stalls, ended: endedStalls } = stallStretches(look, all, before?.stalls);
  const next = firstAfter(at, [look.turnsAt, found.turnsAt, ...all.map(({ from }) => from)]);
  return { walk: { look, standings, stalls, found, next }, standings: ended, stalls: endedStalls };
}

/** Follows a casus in which nothing happens up to and including `until`; null: for ever. */
export function walkOn(
  walk: Walk,
  until: Instant | null,
  partners: PartnersOverTime,
  search: Searching = ALL_STALLS,
): Stretch {
  const standings: StandingInterval[] = [];
  const stalls: StallStretch[] = [];
  let here = walk;
  while (here.next !== undefined && (until === null || here.next <= until)) {
    const step = arrive(here.look.casus, here.next, partners, search, here);
    here = step.walk;
    standings.push(...step.standings);
    stalls.push(...step.stalls);
  }
  return { walk: here, standings, stalls };
}

/** Follows a casus over one more fact, which happens no earlier than where the walk is. */
export function walkOver(
  walk: Walk | undefined,
  fact: Fact,
  partners: PartnersOverTime,
  search: Searching = ALL_STALLS,
): Stretch {
  if (!walk) return arrive(evolve(undefined, fact), fact.occurredAt, partners, search, undefined, fact);
  // A decision of before the opening takes effect where the walk is.
  const at = fact.occurredAt < walk.look.at ? walk.look.at : fact.occurredAt;
  const quiet = walkOn(walk, at, partners, search);
  const there = arrive(evolve(quiet.walk.look.casus, fact), at, partners, search, quiet.walk, fact);
  return {
    walk: there.walk,
    standings: [...quiet.standings, ...there.standings],
    stalls: [...quiet.stalls, ...there.stalls],
  };
}

/** All that follows from the facts of a casus over time, intervals to come included, in the order of their ends. */
export function walkThrough(
  facts: readonly Fact[],
  partners: PartnersOverTime,
  search: Searching = ALL_STALLS,
): Stretch | undefined {
  const standings: StandingInterval[] = [];
  const stalls: StallStretch[] = [];
  let walk: Walk | undefined;
  for (const fact of facts) {
    const step = walkOver(walk, fact, partners, search);
    walk = step.walk;
    standings.push(...step.standings);
    stalls.push(...step.stalls);
  }
  return walk && { walk, standings, stalls };
}
