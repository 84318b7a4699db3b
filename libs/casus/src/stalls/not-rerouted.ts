import { reroutingLastDay } from '#casus/clocks/due-on';
import { breachOf } from '#casus/clocks/step-clock';
import { ofActiveStep } from '#casus/stalls/scene';

/** The owner has to find another way and three working days have passed. */
export const notRerouted = ofActiveStep((whole, scene) => {
  const { step, move, moveSince } = scene;
  if (move?.step !== step.id || move.act !== 'reroute' || moveSince === undefined) return undefined;
  const from = breachOf(reroutingLastDay(whole, scene, moveSince));
  return { pattern: 'NOT_REROUTED', about: step.id, root: step.id, onTheMove: move.party, waiting: null, from };
});
