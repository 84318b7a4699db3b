import { rhythmLastDay } from '#casus/clocks/due-on';
import { breachOf } from '#casus/clocks/step-clock';
import { activeSteps, ownerWaiting, partyOf, type Pattern } from '#casus/stalls/scene';

/** An open step without a rule's term on which its owner does nothing for longer than its rhythm. */
export const standstill: Pattern = (whole) =>
  activeSteps(whole).flatMap((scene) => {
    const lastDay = rhythmLastDay(whole, scene);
    const { id } = scene.step;
    return lastDay === undefined
      ? []
      : [
          {
            pattern: 'STANDSTILL',
            about: id,
            root: id,
            onTheMove: partyOf(scene),
            waiting: ownerWaiting(scene),
            from: breachOf(lastDay),
          },
        ];
  });
