import type { Instant } from '#event-sourcing/instant';
import type { StepState } from '#casus/step-state';
import { nextSteps, type NextStep } from '#read-models/next-steps/query';
import type { ReadDatabase } from '#read-models/read-database';

/** What of a step is compared. */
export const COMPARED = ['owner', 'person', 'state', 'onTheMove', 'act', 'since', 'lastDay'] as const;

export type Compared = Pick<NextStep, (typeof COMPARED)[number]>;

/** What became of a step between two moments. `changed` names what is not the same. */
export interface StepChange {
  readonly step: string;
  readonly title: string;
  readonly what: 'new' | 'changed' | 'ended';
  readonly before: Compared | null;
  readonly after: Compared;
  readonly changed: readonly (typeof COMPARED)[number][];
}

/** A casus between two moments. */
export interface CasusDiff {
  readonly casus: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly knownAt: Instant | null;
  readonly steps: readonly StepChange[];
}

/** Which moments are compared, as far as was recorded by `knownAt`. */
export interface DiffQuery {
  /** Reference or id. */
  readonly casus: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly knownAt?: Instant | undefined;
}

const STATES: readonly StepState[] = ['open', 'blocked', 'scheduled', 'waiting', 'reported', 'done', 'cancelled'];

const compared = (step: NextStep): Compared => {
  const { owner, person, state, onTheMove, act, since, lastDay } = step;
  return { owner, person, state, onTheMove, act, since, lastDay };
};

const hasEnded = (step: Compared): boolean => step.state === 'done' || step.state === 'cancelled';

/** What changed of one step that is there at the later moment; undefined when nothing did. */
export function stepChange(before: NextStep | undefined, after: NextStep): StepChange | undefined {
  const { step, title } = after;
  const [was, is] = [before ? compared(before) : null, compared(after)];
  const changed = COMPARED.filter((key) => was?.[key] !== is[key]);
  if (changed.length === 0) return undefined;
  const ends = hasEnded(is) && !(was && hasEnded(was));
  return { step, title, what: ends ? 'ended' : was ? 'changed' : 'new', before: was, after: is, changed };
}

/** What changed in a casus between two moments, by step in the order in which people count. */
export async function casusDiff(db: ReadDatabase, { casus, from, to, knownAt }: DiffQuery): Promise<CasusDiff> {
  const at = async (moment: Instant) => (await nextSteps(db, { casus, at: moment, knownAt, state: STATES })).rows;
  const [before, after] = await Promise.all([at(from), at(to)]);
  const were = new Map(before.map((step) => [step.step, step]));
  const steps = after.flatMap((step) => stepChange(were.get(step.step), step) ?? []);
  return { casus, from, to, knownAt: knownAt ?? null, steps };
}
