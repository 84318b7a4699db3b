import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import type { Fact } from '#casus/fact';
import { walkOn, type Walk } from '#casus/walk';
import type { StallStretch } from '#casus/walk-stalls';

/** As much of a stall as tells it from the others of its casus. */
export type BegunStall = Pick<StallStretch, 'pattern' | 'about' | 'since'>;

/** Where a casus stood after one of its facts, and what was to come if nothing more happened. */
export interface Stop {
  readonly fact: Fact;
  readonly at: Instant;
  readonly casus: Casus;
  /** Whether it was to be seen by then that this stall would begin (or had begun) at that instant. */
  foresees(stall: BegunStall): boolean;
  /** The revision of the latest fact, of those up to here, without which this stall would not have begun then. */
  originOf(stall: BegunStall): number;
  /** Lets go of the stops before: all that is asked of it from now on is about these stalls, or began later. */
  settle(stalls: readonly BegunStall[]): void;
}

const nameOf = ({ pattern, about, since }: BegunStall): string => `${pattern} ${about} ${since}`;

/** The stop after a fact. `before`: the one at the fact before it, with the same partners. */
export function stopOf(fact: Fact, walk: Walk, partners: PartnersOverTime, before: Stop | undefined): Stop {
  const at = walk.look.at;
  const seen = new Set([...walk.stalls.values()].map(nameOf));
  const origins = new Map<string, number>();
  let [ahead, earlier, isSettled] = [walk, before, false];
  return {
    fact,
    at,
    casus: walk.look.casus,
    foresees(stall) {
      if (isSettled) return origins.has(nameOf(stall));
      if (ahead.next !== undefined && ahead.next <= stall.since) {
        const { stalls, walk: further } = walkOn(ahead, stall.since, partners);
        for (const one of [...stalls, ...further.stalls.values()]) seen.add(nameOf(one));
        ahead = further;
      }
      return seen.has(nameOf(stall));
    },
    originOf(stall) {
      const name = nameOf(stall);
      const known = origins.get(name);
      if (known !== undefined) return known;
      const lies = earlier && (at > stall.since || earlier.foresees(stall));
      const origin = lies ? earlier?.originOf(stall) : undefined;
      origins.set(name, origin ?? fact.revision);
      return origin ?? fact.revision;
    },
    settle(stalls) {
      for (const stall of stalls) this.originOf(stall);
      [earlier, isSettled] = [undefined, true];
    },
  };
}
