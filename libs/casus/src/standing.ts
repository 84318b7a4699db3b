import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { Casus } from '#casus/casus';
import { moveOf, type Act, type Move } from '#casus/move';
import { moment } from '#casus/moment';
import { hasEnded, type Step } from '#casus/step';
import { stepState, unsatisfied, type StepState } from '#casus/step-state';
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
  /** The steps of `after` that are not satisfied, in their order. */
  readonly blockedBy: readonly string[];
  /** The day on which a scheduled step starts. */
  readonly startsOn: LocalDate | null;
  readonly harmDates: readonly LocalDate[] | null;
}

/** A stretch in which the same row of the table holds for a step, with the same owner, party and thing. */
export interface Stretch {
  readonly key: string;
  readonly since: Instant;
}

/** What must stay the same for a stretch to go on. */
export const stretchKey = (step: Step, { party, act, about }: Move): string =>
  `${act} ${party} ${about ?? ''} ${step.ownership}`;

const ABOUT_A_REFERENCE: ReadonlySet<Act> = new Set(['answer-ask', 'answer-offer', 'answer-takeover']);

/** A waiting has no reference of its own. */
const referenceOf = (move: Move | undefined): string | null =>
  move && ABOUT_A_REFERENCE.has(move.act) ? move.about : null;

/** Where one step stands at an instant, given the stretches that hold then. */
export function standingOf(casus: Casus, step: Step, at: Instant, stretches: ReadonlyMap<string, Stretch>): Standing {
  const state = stepState(casus, step, at);
  const move = moveOf(casus, step, moment(at));
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
    since: move ? (stretches.get(move.step)?.since ?? null) : null,
    blockedBy: hasEnded(step) ? [] : unsatisfied(casus, step).map((item) => item.step),
    startsOn: state === 'scheduled' ? (step.notBefore?.day ?? null) : null,
    harmDates: step.harm?.dates ?? null,
  };
}

/** The number of `harm` dates up to and including a day; null where a step does no harm. */
export const harmSoFar = (dates: readonly LocalDate[] | null, day: LocalDate): number | null =>
  dates === null ? null : dates.filter((date) => date <= day).length;
