import { lastOfWorkingDays } from '#calendar/working-days';
import { calendarOf } from '#partners/partner';
import { breachOf } from '#casus/clocks/step-clock';
import { activeSteps, type Pattern } from '#casus/stalls/scene';

const WORKING_DAYS = 3;

/** The owner has to find another way and three working days have passed. In the calendar of the owner. */
export const notRerouted: Pattern = (scene) =>
  activeSteps(scene).flatMap(({ step, move, moveSince }) => {
    if (move?.step !== step.id || move.act !== 'reroute' || moveSince === undefined) return [];
    const calendar = calendarOf(scene.partnersAt(moveSince).get(step.owner));
    const from = breachOf(lastOfWorkingDays(moveSince, WORKING_DAYS, calendar));
    return [{ pattern: 'NOT_REROUTED', about: step.id, root: step.id, onTheMove: move.party, from }];
  });
