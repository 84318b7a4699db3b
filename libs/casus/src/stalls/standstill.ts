import { rhythmLastDay } from '#casus/clocks/due-on';
import { breachOf } from '#casus/clocks/step-clock';
import { ofActiveStep, ownerWaiting, partyOf } from '#casus/stalls/scene';

/** An open step without a rule's term on which its owner does nothing for longer than its rhythm. */
export const standstill = ofActiveStep((whole, scene) => {
  const lastDay = rhythmLastDay(whole, scene);
  if (lastDay === undefined) return undefined;
  const { id } = scene.step;
  return {
    pattern: 'STANDSTILL',
    about: id,
    root: id,
    onTheMove: partyOf(scene),
    waiting: ownerWaiting(scene),
    from: breachOf(lastDay),
  };
});
