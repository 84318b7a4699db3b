import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Casus } from '#casus/casus';
import { blocked } from '#casus/stalls/blocked';
import type { Scene, Stall } from '#casus/stalls/scene';
import { searchPatterns, type FoundAtSteps } from '#casus/stalls/stalls';
import type { Look } from '#casus/walk-look';
import { firstAfter } from '#casus/walk-scene';

/** A stall that holds since `since`, with the same party on the move from `from` to before `to`. */
export interface StallStretch extends Stall {
  readonly since: Instant;
  readonly to: Instant | null;
}

/** What patterns find; `atSteps`: at each step, by those of single steps. */
interface Searched {
  readonly stalls: readonly Stall[];
  readonly atSteps: FoundAtSteps;
}

/** What a walk looks for besides where the steps stand, and the instants at which that changes by itself. */
export interface Searching {
  readonly stalls: (scene: Scene, known?: FoundAtSteps) => Searched;
  /** The stalls that follow from others holding. */
  readonly behind: (scene: Scene, others: readonly Stall[]) => readonly Stall[];
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

export const ALL_STALLS: Searching = { stalls: searchPatterns, behind: blocked, turns: turningPoints, norms: true };

const NOTHING_FOUND: Searched = { stalls: [], atSteps: new Map() };

/** For who only asks where the steps stand. */
export const NO_STALLS: Searching = { stalls: () => NOTHING_FOUND, behind: () => [], turns: () => [], norms: true };

/** For who only asks that, and not by when the next act is due. */
export const NEITHER_STALLS_NOR_NORMS: Searching = { ...NO_STALLS, norms: false };

/** What the patterns find at a look, and when they may find something else though nothing happens and no step is stirred. */
export interface Found extends Searched {
  readonly turnsAt: Instant | undefined;
}

/** Searches a look, as far as it may find something else than at the look before. */
export function findStalls(
  look: Look,
  partners: PartnersOverTime,
  search: Searching,
  before: { readonly look: Look; readonly found: Found } | undefined,
): Found {
  const { casus, at, stirred } = look;
  const turnsAt = before?.found.turnsAt;
  const known = turnsAt === undefined || at < turnsAt ? before?.found : undefined;
  if (known && before?.look.casus === casus && stirred.size === 0) return known;
  return { ...search.stalls(look, known?.atSteps), turnsAt: firstAfter(at, search.turns(casus, partners)) };
}

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
  const ended: StallStretch[] = [];
  for (const [key, stall] of before) {
    if (stalls.get(key) !== stall && stall.from < at) ended.push({ ...stall, to: at });
  }
  return { stalls, ended };
}
