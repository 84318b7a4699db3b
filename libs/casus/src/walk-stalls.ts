import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import type { Scene, Stall } from '#casus/stalls/scene';
import { stallsOf } from '#casus/stalls/stalls';

/** A stall that holds since `since`, with the same party on the move from `from` to before `to`. */
export interface StallStretch extends Stall {
  readonly since: Instant;
  readonly to: Instant | null;
}

/** What a walk looks for besides where the steps stand, and the instants at which that changes by itself. */
export interface Searching {
  readonly stalls: (scene: Scene) => readonly Stall[];
  readonly turns: (casus: Casus, partners: PartnersOverTime) => readonly (Instant | undefined)[];
  /** Whether standings say by when an act is due: that moves with every act of the owner. */
  readonly norms: boolean;
}

/** The instants at which an offer, a basis or somebody's absence ends (or that begins). */
function turningPoints(casus: Casus, partners: PartnersOverTime): (Instant | undefined)[] {
  const unanswered = [...casus.handoffs.values()].filter(({ life }) => life.is === 'offered' || life.is === 'seen');
  const claimed = [...casus.steps.values()].filter(({ claimedBy }) => claimedBy !== undefined);
  return [
    ...unanswered.map(({ expiresAt }) => expiresAt),
    ...claimed.flatMap(({ owner }) => partners.absenceTurns(owner)),
    ...casus.bases.map(({ endsAt }) => endsAt),
  ];
}

export const ALL_STALLS: Searching = { stalls: stallsOf, turns: turningPoints, norms: true };

/** For who only asks where the steps stand. */
export const NO_STALLS: Searching = { stalls: () => [], turns: () => [], norms: true };

/** For who only asks that, and not by when the next act is due. */
export const NEITHER_STALLS_NOR_NORMS: Searching = { ...NO_STALLS, norms: false };

/** The stalls that hold at a look, those that went on with their beginnings; and those that ended. */
export function stallStretches(
  { at }: Scene,
  found: readonly Stall[],
  before: ReadonlyMap<string, StallStretch> = new Map(),
) {
  const stalls = new Map<string, StallStretch>();
  for (const { pattern, about, root, onTheMove, waiting, from } of found) {
    if (from > at) continue;
    const key = `${pattern} ${about}`;
    const running = before.get(key);
    const goesOn = running?.onTheMove === onTheMove && running.root === root && running.waiting === waiting;
    const since = running?.since ?? at;
    stalls.set(key, goesOn ? running : { pattern, about, root, onTheMove, waiting, since, from: at, to: null });
  }
  const ended = [...before]
    .filter(([key, stall]) => stalls.get(key) !== stall && stall.from < at)
    .map(([, stall]) => ({ ...stall, to: at }));
  return { stalls, ended };
}
