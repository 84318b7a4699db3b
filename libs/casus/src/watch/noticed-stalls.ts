import type { WatchDataOf } from '#casus/watch/watch-events';
import type { Course } from '#casus/watch/course';
import { named, NO_NAMES, stallId } from '#casus/watch/stall-ids';
import type { Instant } from '#event-sourcing/instant';
import type { StallStretch } from '#casus/walk-stalls';

/** A stall with its stable id; who was on the move when it began; `until` null while nothing is to end it. */
export type NoticedStall = WatchDataOf<'StallBegan'> & { readonly until: Instant | null };

type Whole = Omit<NoticedStall, 'stall'>;

/** The stalls that stretches add up to, with the party and the root of their beginning. */
function wholes(stretches: readonly StallStretch[]): Whole[] {
  const stalls = new Map<string, Whole>();
  for (const { pattern, about, root, onTheMove, since, to } of stretches) {
    const key = `${pattern} ${about} ${since}`;
    const begun = stalls.get(key) ?? { pattern, about, root, onTheMove, since };
    stalls.set(key, { ...begun, until: to });
  }
  return [...stalls.values()].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** All stalls of a casus, to come included, in the order of their beginnings, each with its stable id. */
export function noticedStalls(casus: string, { stops, stalls }: Course): NoticedStall[] {
  const last = stops.at(-1) ?? stops[0];
  let given = NO_NAMES;
  return wholes(stalls).map((stall) => {
    const one = named(stall, last.originOf(stall), given);
    given = one.given;
    return { stall: stallId(casus, one.name), ...stall };
  });
}
