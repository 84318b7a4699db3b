import { lastOfWorkingDays } from '#calendar/working-days';
import { later } from '#event-sourcing/instant';
import { calendarOf } from '#partners/partner';
import { breachOf } from '#casus/clocks/step-clock';
import { activeSteps, partyOf, type Pattern } from '#casus/stalls/scene';

/** An open step without a rule's term on which its owner does nothing for longer than its rhythm. In the owner's calendar. */
export const standstill: Pattern = (scene) =>
  activeSteps(scene).flatMap((at) => {
    const { step, idleSince, ownerActedAt = step.acquired.at } = at;
    if (idleSince === undefined) return [];
    const start = later(later(idleSince, ownerActedAt), step.acquired.at);
    const calendar = calendarOf(scene.partnersAt(start).get(step.owner));
    const from = breachOf(lastOfWorkingDays(start, step.rhythm, calendar));
    return [{ pattern: 'STANDSTILL', about: step.id, root: step.id, onTheMove: partyOf(at), from }];
  });
