import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import type { LocalDate } from '#calendar/local-date';
import type { AwaitedAnswer, PartnersAt } from '#casus/clocks/awaited-answer';
import type { StepDays } from '#casus/clocks/step-clock';
import type { Move } from '#casus/move';
import type { Step } from '#casus/step';
import type { StepState } from '#casus/step-state';
import type { StallPattern } from '#casus/vocabulary';
import { waitingPartner } from '#casus/waiting-partner';

/** How one step stands at an instant, with what its past says about it. */
export interface StepScene {
  readonly step: Step;
  readonly state: StepState;
  readonly move: Move | undefined;
  /** The step that blocks it: of those not done, the one that counts (move.ts). */
  readonly blockingStep: string | undefined;
  /** Since when the move of the step itself holds without a break; undefined when it has none of its own. */
  readonly moveSince: Instant | undefined;
  /** Since when its present owner can act; undefined while it is blocked or scheduled. */
  readonly ableSince: Instant | undefined;
  /** Since when it is open, with no term, offer, ask or request that would call for an act; see STANDSTILL. */
  readonly idleSince: Instant | undefined;
  /** When its owner last acted on it. */
  readonly ownerActedAt: Instant | undefined;
  /** Its last day that counts; of a step that has ended as it was. */
  readonly days: StepDays;
  /** What of it waits for an answer, with the last day of its norm. */
  readonly answers: readonly DueAnswer[];
}

/** An awaited answer and the last day of its norm. */
export interface DueAnswer {
  readonly answer: AwaitedAnswer;
  readonly lastDay: LocalDate;
}

/** A casus at an instant, as the patterns look at it. */
export interface Scene {
  readonly casus: Casus;
  readonly at: Instant;
  readonly partnersAt: PartnersAt;
  readonly steps: ReadonlyMap<string, StepScene>;
  /** Since when nobody is on the move and nothing is scheduled in an open casus. */
  readonly quietSince: Instant | undefined;
}

/** A stall that holds from `from` on, as long as nothing happens; it may still lie ahead. */
export interface Stall {
  readonly pattern: StallPattern;
  /** The step, offer, ask, takeover request or promise; the product; or the casus. */
  readonly about: string;
  /** The step at its root, if it is about a step at all. */
  readonly root: string | null;
  readonly onTheMove: string | null;
  /** The partner that waits for the one on the move; null where none does, or the one on the move is no partner. */
  readonly waiting: string | null;
  readonly from: Instant;
}

/** One pattern: the stalls of its kind that hold, or will hold if nothing happens. Domain, "Stalls". */
export type Pattern = (scene: Scene) => readonly Stall[];

/** A pattern of each step by itself: it finds the same until the step is stirred or something turns (walk-stalls.ts). */
export type StepPattern = (scene: Scene, one: StepScene) => readonly Stall[];

const NOTHING: readonly Stall[] = [];

const isActive = ({ state }: StepScene): boolean => state !== 'done' && state !== 'cancelled';

/** The steps that have not ended. */
export const activeSteps = ({ steps }: Scene): StepScene[] => [...steps.values()].filter(isActive);

/** A pattern of steps that have not ended, of which a step has one stall at most. */
export const ofActiveStep =
  (find: (scene: Scene, one: StepScene) => Stall | undefined): StepPattern =>
  (scene, one) => {
    const stall = isActive(one) ? find(scene, one) : undefined;
    return stall ? [stall] : NOTHING;
  };

/** The owner of a step, where another partner is on the move for it. */
export const ownerWaiting = (scene: StepScene): string | null => waitingPartner(scene.step.owner, partyOf(scene));

/** Who is on the move for a step, if anyone is. */
export const partyOf = ({ move }: StepScene): string | null => move?.party ?? null;
