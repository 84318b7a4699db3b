import type { PartnersOverTime } from '#partners/partners-over-time';
import { walkOn, walkOver, type Walk } from '#casus/walk';
import type { StallStretch } from '#casus/walk-stalls';
import { named, NO_NAMES, type NamesGiven } from '#casus/watch/stall-ids';
import { stopOf, type Stop } from '#casus/watch/stop';
import type { Course, Interval } from '#read-models/intervals/course';

/** A stall while the same party is on the move; `name` is its stable id within the casus. */
export interface StallNow extends Omit<StallStretch, 'from' | 'to'> {
  readonly name: string;
}

/** Where a casus has come to, and what its stalls up to there are called. */
export interface StallsWalk {
  readonly walk: Walk;
  readonly stop: Stop;
  readonly given: NamesGiven;
}

function asIntervals(stretches: readonly StallStretch[], stop: Stop, before: NamesGiven) {
  let given = before;
  const intervals = stretches.map(({ from, to, ...stall }): Interval<StallNow> => {
    const one = named(stall, stop.originOf(stall), given);
    given = one.given;
    return { key: `${stall.pattern} ${stall.about}`, from, to, value: { ...stall, name: one.name } };
  });
  return { intervals, given };
}

/** How a casus stalls over time, by the norms, calendars and absences of these partners. */
export const stallsCourse = (partners: PartnersOverTime): Course<StallsWalk, StallNow> => ({
  over(before, fact) {
    const { walk, stalls } = walkOver(before?.walk, fact, partners);
    const stop = stopOf(fact, walk, partners, before?.stop);
    const { intervals: ended, given } = asIntervals(stalls, stop, before?.given ?? NO_NAMES);
    return { walk: { walk, stop, given }, ended };
  },
  ahead({ walk: here, stop, given }) {
    const { stalls, walk } = walkOn(here, null, partners);
    const all = [...stalls, ...walk.stalls.values()];
    stop.settle(all);
    return asIntervals(all, stop, given).intervals;
  },
});
