import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { breachOf } from '#casus/clocks/step-clock';
import type { Pattern } from '#casus/stalls/scene';

const WORKING_DAYS = 5;

/** An open casus in which for five working days nobody is on the move and nothing is scheduled. On the move: the director. */
export const nothingPlanned: Pattern = ({ casus, quietSince }) =>
  quietSince === undefined
    ? []
    : [
        {
          pattern: 'NOTHING_PLANNED',
          about: casus.reference,
          root: null,
          onTheMove: casus.director.partner,
          waiting: null,
          from: breachOf(lastOfWorkingDays(quietSince, WORKING_DAYS, nationalCalendar)),
        },
      ];
