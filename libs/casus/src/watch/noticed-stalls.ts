import type { WatchDataOf } from '#casus/watch/watch-events';
import type { Course } from '#casus/watch/course';
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

/** The revision of the latest event without which a stall would not have begun then. */
function causeOf({ stops }: Course, stall: Whole): number {
  let place = Math.max(
    0,
    stops.findLastIndex(({ at }) => at <= stall.since),
  );
  while (place > 0 && stops[place - 1]?.foresees(stall) === true) place -= 1;
  return stops[place]?.fact.revision ?? 0;
}

/**
 * All stalls of a casus, to come included, in the order of their beginnings. The id of a stall is its casus, its pattern,
 * what it is about and the latest event without which it would not have begun then; where that makes it begin again by
 * itself, a number is added. Domain, "Stalls".
 */
export function noticedStalls(casus: string, course: Course): NoticedStall[] {
  const times = new Map<string, number>();
  return wholes(course.stalls).map((stall) => {
    const id = [casus, stall.pattern, stall.about, causeOf(course, stall)].join('/');
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return { stall: time === 1 ? id : `${id}/${time}`, ...stall };
  });
}
