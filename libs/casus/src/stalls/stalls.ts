import { basisLapsed } from '#casus/stalls/basis-lapsed';
import { blocked } from '#casus/stalls/blocked';
import { notRerouted } from '#casus/stalls/not-rerouted';
import { nothingPlanned } from '#casus/stalls/nothing-planned';
import { ownerAbsent } from '#casus/stalls/owner-absent';
import { pingpong } from '#casus/stalls/pingpong';
import { promiseBroken } from '#casus/stalls/promise-broken';
import { revolvingDoor } from '#casus/stalls/revolving-door';
import type { Pattern, Scene, Stall } from '#casus/stalls/scene';
import { standstill } from '#casus/stalls/standstill';
import { startIncomplete } from '#casus/stalls/start-incomplete';
import { termExceeded } from '#casus/stalls/term-exceeded';
import { unanswered } from '#casus/stalls/unanswered';

/** The patterns that look at the casus alone; BLOCKED and PLAN_OVERTAKEN look at what these find. */
const PATTERNS: readonly Pattern[] = [
  unanswered,
  notRerouted,
  termExceeded,
  standstill,
  pingpong,
  revolvingDoor,
  basisLapsed,
  promiseBroken,
  ownerAbsent,
  nothingPlanned,
  startIncomplete,
];

/** Every stall of a casus that holds at the instant of the scene (`from` not after it), or will if nothing happens. */
export function stallsOf(scene: Scene): Stall[] {
  const found = PATTERNS.flatMap((pattern) => pattern(scene));
  return [...found, ...blocked(scene, found)];
}
