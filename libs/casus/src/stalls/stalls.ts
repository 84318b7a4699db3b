import { basisLapsed } from '#casus/stalls/basis-lapsed';
import { notRerouted } from '#casus/stalls/not-rerouted';
import { nothingPlanned } from '#casus/stalls/nothing-planned';
import { ownerAbsent } from '#casus/stalls/owner-absent';
import { pingpong } from '#casus/stalls/pingpong';
import { promiseBroken } from '#casus/stalls/promise-broken';
import { revolvingDoor } from '#casus/stalls/revolving-door';
import type { Pattern, Scene, Stall, StepPattern, StepScene } from '#casus/stalls/scene';
import { standstill } from '#casus/stalls/standstill';
import { startIncomplete } from '#casus/stalls/start-incomplete';
import { termExceeded } from '#casus/stalls/term-exceeded';
import { unanswered } from '#casus/stalls/unanswered';

/** The patterns of single steps. */
const OF_STEPS: readonly StepPattern[] = [unanswered, notRerouted, termExceeded, standstill, pingpong];

/** The patterns that look at the casus as a whole; BLOCKED and PLAN_OVERTAKEN look at what all these find. */
const OF_THE_CASUS: readonly Pattern[] = [
  revolvingDoor,
  basisLapsed,
  promiseBroken,
  ownerAbsent,
  nothingPlanned,
  startIncomplete,
];

/** What each pattern of single steps finds at a step. */
export type FoundAtSteps = ReadonlyMap<StepScene, readonly (readonly Stall[])[]>;

/**
 * The stalls of a casus by these patterns that hold at the instant of the scene (`from` not after it), or will if nothing
 * happens: they change with what happens and what turns, not as time goes by. `known`: of the steps that are as they were.
 */
export function searchPatterns(scene: Scene, known?: FoundAtSteps) {
  const atSteps = new Map<StepScene, readonly (readonly Stall[])[]>();
  for (const one of scene.steps.values()) {
    atSteps.set(one, known?.get(one) ?? OF_STEPS.map((pattern) => pattern(scene, one)));
  }
  const stalls: Stall[] = [];
  for (const nth of OF_STEPS.keys()) {
    for (const found of atSteps.values()) stalls.push(...(found[nth] ?? []));
  }
  for (const pattern of OF_THE_CASUS) stalls.push(...pattern(scene));
  return { stalls, atSteps };
}
