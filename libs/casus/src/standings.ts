import type { Instant } from '#event-sourcing/instant';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';
import type { Fact } from '#casus/fact';
import { factsAt, type CasusHistory } from '#casus/history';
import type { Standing } from '#casus/standing';
import { stallIntervals, type StallInterval } from '#casus/stall-interval';
import { walkOn, walkThrough, type StandingInterval } from '#casus/walk';
import { NO_STALLS } from '#casus/walk-stalls';

/** How every step stood over time, as far as it was known; intervals to come included. In the order of their ends. */
export function standingIntervals(
  facts: readonly Fact[],
  partners: PartnersOverTime = NO_PARTNERS,
): StandingInterval[] {
  const through = walkThrough(facts, partners, NO_STALLS);
  if (!through) return [];
  const rest = walkOn(through.walk, null, partners, NO_STALLS);
  return [...through.standings, ...rest.standings, ...rest.walk.standings.values()];
}

/** Where every step of a casus stood at `asOf`, as far as was recorded by `knownAt`; in the order of planning. */
export function standingsAt(
  history: CasusHistory,
  asOf: Instant,
  knownAt?: Instant,
  partners: PartnersOverTime = NO_PARTNERS,
): Standing[] {
  const through = walkThrough(factsAt(history, asOf, knownAt), partners, NO_STALLS);
  if (!through) return [];
  return [...walkOn(through.walk, asOf, partners, NO_STALLS).walk.standings.values()].map(({ standing }) => standing);
}

/** Every stall that had begun by `asOf`, as far as was recorded by `knownAt`; those that last have no `until`. */
export function stallsAt(
  history: CasusHistory,
  asOf: Instant,
  knownAt?: Instant,
  partners: PartnersOverTime = NO_PARTNERS,
): StallInterval[] {
  const through = walkThrough(factsAt(history, asOf, knownAt), partners);
  if (!through) return [];
  const on = walkOn(through.walk, asOf, partners);
  return stallIntervals([...through.stalls, ...on.stalls, ...on.walk.stalls.values()]);
}
