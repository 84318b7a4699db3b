import { warnDay } from '#calendar/last-day';
import { localDateOf, startOfDay, type LocalDate } from '#calendar/local-date';
import { nationalCalendar } from '#calendar/working-days';
import { later, type Instant } from '#event-sourcing/instant';
import { breachOf } from '#casus/clocks/step-clock';
import { stopAt, type Course } from '#casus/watch/course';
import { warningOf, type Escalation } from '#casus/watch/escalations';

/** A stretch in which one last day counts; it warns from `warnsOn`. */
interface Running {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly warnsOn: LocalDate;
  readonly lastDay: LocalDate;
}

/** When this warns: within the stretch, and before the last day has passed. */
function warnedAt({ from, to, warnsOn, lastDay }: Running): Instant | undefined {
  const at = later(from, startOfDay(warnsOn));
  return (to === null || at < to) && at < breachOf(lastDay) ? at : undefined;
}

function ofTerms(casus: string, course: Course): Escalation[] {
  return course.standings.flatMap(({ from, to, standing }) => {
    const { step, lastDay, warnsOn, onTheMove, root } = standing;
    const at = lastDay && warnsOn && warnedAt({ from, to, warnsOn, lastDay });
    if (!at) return [];
    const whom = { step, root, onTheMove };
    return [warningOf(stopAt(course, at).casus, { why: 'term', about: step, at, lastDay, ...whom }, casus)];
  });
}

function ofPromises(casus: string, { stops }: Course): Escalation[] {
  return stops.flatMap((stop, place) =>
    [...stop.casus.promises.values()].flatMap(({ id: about, promisedBy, due, madeAt, life, confirmation }) => {
      if (life !== 'open' || confirmation === 'unconfirmed') return [];
      const warnsOn = warnDay(localDateOf(madeAt), due, nationalCalendar);
      const at = warnedAt({ from: stop.at, to: stops[place + 1]?.at ?? null, warnsOn, lastDay: due });
      const whom = { step: null, root: null, onTheMove: promisedBy };
      return at === undefined
        ? []
        : [warningOf(stop.casus, { why: 'promise', about, at, lastDay: due, ...whom }, casus)];
    }),
  );
}

/** Every warning of a casus, to come included: once for each last day of a step or promise. Domain, "Clocks". */
export function warningsOf(casus: string, course: Course): Escalation[] {
  const first = new Map<string, Escalation>();
  for (const warning of [...ofTerms(casus, course), ...ofPromises(casus, course)]) {
    const known = first.get(warning.of);
    if (!known || warning.at < known.at) first.set(warning.of, warning);
  }
  return [...first.values()];
}
