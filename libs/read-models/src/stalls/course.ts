import type { PartnersOverTime } from '#partners/partners-over-time';
import { walkOn, walkOver, type Walk } from '#casus/walk';
import type { StallStretch } from '#casus/walk-stalls';
import type { Course, Interval } from '#read-models/intervals/course';

/** A stall while the same party is on the move. */
export type StallNow = Omit<StallStretch, 'from' | 'to'>;

const asInterval = ({ from, to, ...stall }: StallStretch): Interval<StallNow> => ({
  key: `${stall.pattern} ${stall.about}`,
  from,
  to,
  value: stall,
});

/** How a casus stalls over time, by the norms, calendars and absences of these partners. */
export const stallsCourse = (partners: PartnersOverTime): Course<Walk, StallNow> => ({
  over(before, fact) {
    const { walk, stalls } = walkOver(before, fact, partners);
    return { walk, ended: stalls.map(asInterval) };
  },
  ahead(from) {
    const { walk, stalls } = walkOn(from, null, partners);
    return [...stalls, ...walk.stalls.values()].map(asInterval);
  },
});
