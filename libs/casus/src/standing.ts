import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import { dueOn } from '#casus/clocks/due-on';
import type { TermStanding } from '#casus/clocks/step-clock';
import type { Act, Move } from '#casus/move';
import type { Scene, StepScene } from '#casus/stalls/scene';
import { hasEnded, suspensionAt } from '#casus/step';
import { unsatisfied, type StepState } from '#casus/step-state';
import type { Category } from '#casus/vocabulary';

/** Where a step stands: what the board shows of it, except what follows from the calendar alone. */
export interface Standing {
  readonly step: string;
  readonly title: string;
  readonly category: Category;
  readonly owner: string;
  /** The person who claimed it. */
  readonly person: string | null;
  readonly state: StepState;
  readonly onTheMove: string | null;
  readonly act: Act | null;
  /** The step that the act is on. */
  readonly root: string | null;
  /** The offer, ask or takeover request that the act is about. */
  readonly about: string | null;
  /** Since when this party is on the move for this, without a break. */
  readonly since: Instant | null;
  /** The last day on which this act is within its norm; null where it has none. */
  readonly dueOn: LocalDate | null;
  /** The steps of `after` that are not satisfied, in their order. */
  readonly blockedBy: readonly string[];
  /** The day on which a scheduled step starts. */
  readonly startsOn: LocalDate | null;
  /** The last day that counts: of a term and a target the earlier, fair to its owner. */
  readonly lastDay: LocalDate | null;
  readonly warnsOn: LocalDate | null;
  /** Its term by a rule; of a step that has ended as it last counted. */
  readonly term: TermStanding | null;
  /** The line of the time ledger on which its minutes are booked; null once it has ended. */
  readonly line: string | null;
  readonly harmDates: readonly LocalDate[] | null;
}

const ABOUT_A_REFERENCE: ReadonlySet<Act> = new Set(['answer-ask', 'answer-offer', 'answer-takeover']);

/** A waiting has no reference of its own. */
const referenceOf = (move: Move | undefined): string | null =>
  move && ABOUT_A_REFERENCE.has(move.act) ? move.about : null;

/** The line on which a minute is booked, by the first that fits. Domain, "The time ledger". */
function lineOf({ step, state, move, blockingStep }: StepScene, at: Instant): string | null {
  if (hasEnded(step)) return null;
  if (suspensionAt(step, at)) return 'suspended';
  const own = move?.step === step.id ? move : undefined;
  if (state !== 'blocked' && state !== 'scheduled') return move?.party ?? null;
  if (own) return own.party;
  return state === 'scheduled' ? 'scheduled' : `blocked:${blockingStep ?? 'nobody'}`;
}

/** Where one step stands, as a look at the casus found it. `norms`: whether `dueOn` is asked; it is null if not. */
export function standingOf(whole: Scene, scene: StepScene, norms: boolean): Standing {
  const { casus, at, steps } = whole;
  const { step, state, move, days } = scene;
  const ended = hasEnded(step);
  return {
    step: step.id,
    title: step.title,
    category: step.category,
    owner: step.owner,
    person: step.claimedBy ?? null,
    state,
    onTheMove: move?.party ?? null,
    act: move?.act ?? null,
    root: move?.step ?? null,
    about: referenceOf(move),
    since: move ? (steps.get(move.step)?.moveSince ?? null) : null,
    dueOn: norms ? dueOn(whole, move) : null,
    blockedBy: ended ? [] : unsatisfied(casus, step).map((item) => item.step),
    startsOn: state === 'scheduled' ? (step.notBefore?.day ?? null) : null,
    lastDay: ended ? null : days.lastDay,
    warnsOn: ended ? null : days.warnsOn,
    term: days.term,
    line: lineOf(scene, at),
    harmDates: step.harm?.dates ?? null,
  };
}

/** The number of `harm` dates up to and including a day; null where a step does no harm. */
export const harmSoFar = (dates: readonly LocalDate[] | null, day: LocalDate): number | null =>
  dates === null ? null : dates.filter((date) => date <= day).length;
