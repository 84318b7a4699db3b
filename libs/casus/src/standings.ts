import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';
import { factsAt, type CasusHistory } from '#casus/history';
import { moment } from '#casus/moment';
import { moveOf } from '#casus/move';
import { standingOf, stretchKey, type Standing, type Stretch } from '#casus/standing';

/** A step stands the same from `from` to before `to`; `to` null: from then on, unless something happens. */
export interface StandingInterval {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly standing: Standing;
}

/**
 * A casus followed through time: how all steps stand at `at`, since when, and what was before. Walking adds to `past`;
 * an interval in `present` has no end yet.
 */
export interface Walk {
  readonly at: Instant;
  readonly casus: Casus;
  readonly stretches: ReadonlyMap<string, Stretch>;
  readonly present: ReadonlyMap<string, StandingInterval>;
}

/** The instants at which something changes in a casus without anything happening. */
function turningPoints(casus: Casus): Instant[] {
  return [...casus.steps.values()].flatMap((step) => {
    const offer = step.lastOffer === undefined ? undefined : casus.handoffs.get(step.lastOffer);
    const points = [
      step.notBefore?.startsAt,
      step.waiting?.endsAt,
      offer?.expiresAt,
      ...step.suspensions.flatMap(({ from, to }) => [from, to]),
    ];
    return points.filter((point) => point !== undefined);
  });
}

const nextTurningPoint = ({ casus, at }: Walk): Instant | undefined => {
  let next: Instant | undefined;
  for (const point of turningPoints(casus)) if (point > at && (next === undefined || point < next)) next = point;
  return next;
};

function stretchesAt(casus: Casus, at: Instant, before: ReadonlyMap<string, Stretch>): Map<string, Stretch> {
  const stretches = new Map<string, Stretch>();
  for (const step of casus.steps.values()) {
    const move = moveOf(casus, step, moment(at));
    if (move?.step !== step.id) continue;
    const key = stretchKey(step, move);
    const running = before.get(step.id);
    stretches.set(step.id, running?.key === key ? running : { key, since: at });
  }
  return stretches;
}

/** Both are made by standingOf, which writes their fields in one order. */
const same = (a: Standing, b: Standing): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Looks at all steps at an instant: which intervals end there, and which begin. */
function look(casus: Casus, at: Instant, before: Walk | undefined): { walk: Walk; ended: StandingInterval[] } {
  const stretches = stretchesAt(casus, at, before?.stretches ?? new Map<string, Stretch>());
  const present = new Map<string, StandingInterval>();
  const ended: StandingInterval[] = [];
  for (const step of casus.steps.values()) {
    const standing = standingOf(casus, step, at, stretches);
    const running = before?.present.get(step.id);
    if (running && same(running.standing, standing)) {
      present.set(step.id, running);
    } else {
      present.set(step.id, { from: at, to: null, standing });
      if (running && running.from < at) ended.push({ ...running, to: at });
    }
  }
  return { walk: { at, casus, stretches, present }, ended };
}

/** Follows a casus in which nothing happens up to and including `until`; null: for ever. */
export function walkOn(walk: Walk, until: Instant | null): { walk: Walk; ended: StandingInterval[] } {
  const ended: StandingInterval[] = [];
  let here = walk;
  for (;;) {
    const next = nextTurningPoint(here);
    if (next === undefined || (until !== null && next > until)) return { walk: here, ended };
    const step = look(here.casus, next, here);
    here = step.walk;
    ended.push(...step.ended);
  }
}

/** Follows a casus over one more fact, which happens no earlier than where the walk is. */
export function walkOver(walk: Walk | undefined, fact: Fact): { walk: Walk; ended: StandingInterval[] } {
  if (!walk) return look(evolve(undefined, fact), fact.occurredAt, undefined);
  // A decision of before the opening takes effect where the walk is.
  const at = fact.occurredAt < walk.at ? walk.at : fact.occurredAt;
  const quiet = walkOn(walk, at);
  const after = look(evolve(quiet.walk.casus, fact), at, quiet.walk);
  return { walk: after.walk, ended: [...quiet.ended, ...after.ended] };
}

/** How every step stood over time, as far as it was known; intervals to come included. In the order of their ends. */
export function standingIntervals(facts: readonly Fact[]): StandingInterval[] {
  const ended: StandingInterval[] = [];
  let walk: Walk | undefined;
  for (const fact of facts) {
    const step = walkOver(walk, fact);
    walk = step.walk;
    ended.push(...step.ended);
  }
  if (!walk) return [];
  const rest = walkOn(walk, null);
  return [...ended, ...rest.ended, ...rest.walk.present.values()];
}

/** Where every step of a casus stood at `asOf`, as far as was recorded by `knownAt`; in the order of planning. */
export function standingsAt(history: CasusHistory, asOf: Instant, knownAt?: Instant): Standing[] {
  let walk: Walk | undefined;
  for (const fact of factsAt(history, asOf, knownAt)) walk = walkOver(walk, fact).walk;
  if (!walk) return [];
  return [...walkOn(walk, asOf).walk.present.values()].map(({ standing }) => standing);
}
