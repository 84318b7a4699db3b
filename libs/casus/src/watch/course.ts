import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Fact } from '#casus/fact';
import { walkOn, walkOver, type StandingInterval, type Walk } from '#casus/walk';
import type { StallStretch } from '#casus/walk-stalls';
import { stopOf, type Stop } from '#casus/watch/stop';

/** A casus through time, fact by fact; what is to come included. */
export interface Course {
  readonly stops: readonly [Stop, ...Stop[]];
  readonly standings: readonly StandingInterval[];
  readonly stalls: readonly StallStretch[];
}

/** Follows a casus through all of its facts, in the order in which they happened; undefined before its opening. */
export function courseOf(facts: readonly Fact[], partners: PartnersOverTime): Course | undefined {
  const stops: Stop[] = [];
  const standings: StandingInterval[] = [];
  const stalls: StallStretch[] = [];
  let walk: Walk | undefined;
  for (const fact of facts) {
    const stretch = walkOver(walk, fact, partners);
    walk = stretch.walk;
    standings.push(...stretch.standings);
    stalls.push(...stretch.stalls);
    stops.push(stopOf(fact, walk, partners, stops.at(-1)));
  }
  const [first, ...others] = stops;
  if (!walk || !first) return undefined;
  const rest = walkOn(walk, null, partners);
  return {
    stops: [first, ...others],
    standings: [...standings, ...rest.standings, ...rest.walk.standings.values()],
    stalls: [...stalls, ...rest.stalls, ...rest.walk.stalls.values()],
  };
}

/** The last stop that is not after an instant; the first for any before it. */
export const stopAt = ({ stops }: Course, at: Instant): Stop => stops.findLast((stop) => stop.at <= at) ?? stops[0];
