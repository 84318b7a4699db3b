import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import type { Fact } from '#casus/fact';
import { walkOn, walkOver, type StandingInterval, type Walk } from '#casus/walk';
import type { StallStretch } from '#casus/walk-stalls';

/** Where a casus stood after one of its facts, and what was to come if nothing more happened. */
export interface Stop {
  readonly fact: Fact;
  readonly at: Instant;
  readonly casus: Casus;
  /** Whether it was to be seen by then that this stall would begin (or had begun) at that instant. */
  foresees(stall: Pick<StallStretch, 'pattern' | 'about' | 'since'>): boolean;
}

/** A casus through time, fact by fact; what is to come included. */
export interface Course {
  readonly stops: readonly [Stop, ...Stop[]];
  readonly standings: readonly StandingInterval[];
  readonly stalls: readonly StallStretch[];
}

const nameOf = ({ pattern, about, since }: Pick<StallStretch, 'pattern' | 'about' | 'since'>): string =>
  `${pattern} ${about} ${since}`;

function stopOf(fact: Fact, walk: Walk, partners: PartnersOverTime): Stop {
  const seen = new Set([...walk.stalls.values()].map(nameOf));
  let ahead = walk;
  return {
    fact,
    at: walk.look.at,
    casus: walk.look.casus,
    foresees(stall) {
      if (ahead.next !== undefined && ahead.next <= stall.since) {
        const { stalls, walk: further } = walkOn(ahead, stall.since, partners);
        for (const one of [...stalls, ...further.stalls.values()]) seen.add(nameOf(one));
        ahead = further;
      }
      return seen.has(nameOf(stall));
    },
  };
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
    stops.push(stopOf(fact, walk, partners));
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
