import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { isValid } from '#casus/basis';
import { breachOf } from '#casus/clocks/step-clock';
import type { Pattern } from '#casus/stalls/scene';

const WORKING_DAYS = 10;

/** Ten working days after opening: no step, or no other partner with a valid basis. On the move: the director. */
export const startIncomplete: Pattern = ({ casus, at }) => {
  const { life, steps, bases, director, openedAt, reference } = casus;
  const othersTakePart = bases.some((basis) => basis.partner !== director.partner && isValid(basis, at));
  if (life.is === 'closed' || (steps.size > 0 && othersTakePart)) return [];
  const from = breachOf(lastOfWorkingDays(openedAt, WORKING_DAYS, nationalCalendar));
  return [
    { pattern: 'START_INCOMPLETE', about: reference, root: null, onTheMove: director.partner, waiting: null, from },
  ];
};
