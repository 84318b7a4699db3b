import { startOfDay } from '#calendar/local-date';
import { countWorkingDays, nationalCalendar } from '#calendar/working-days';
import { later } from '#event-sourcing/instant';
import { absenceOf } from '#partners/partner';
import { activeSteps, type Pattern } from '#casus/stalls/scene';

const MORE_THAN = 3;

/** The person who claimed the step is on the move and away for more than three working days without a substitute. */
export const ownerAbsent: Pattern = (scene) =>
  activeSteps(scene).flatMap(({ step, move }) => {
    const { claimedBy, claimedAt } = step;
    if (claimedBy === undefined || claimedAt === undefined || move?.step !== step.id || move.party !== step.owner) {
      return [];
    }
    const absence = absenceOf(scene.partnersAt(scene.at).get(step.owner), claimedBy, scene.at);
    if (!absence || absence.substitute !== undefined) return [];
    if (countWorkingDays(absence.from, absence.until, nationalCalendar) <= MORE_THAN) return [];
    const from = later(startOfDay(absence.from), claimedAt);
    return [{ pattern: 'OWNER_ABSENT', about: step.id, root: step.id, onTheMove: step.owner, waiting: null, from }];
  });
