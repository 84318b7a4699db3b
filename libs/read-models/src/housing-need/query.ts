import type { EventStore } from '#event-sourcing/event-store';
import { later, type Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import type { LocalDate } from '#calendar/local-date';
import type { Casus } from '#casus/casus';
import { readFact } from '#casus/fact';
import { casusAt, casusOverTime, factsAt, NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import { hasEnded, type Step } from '#casus/step';
import { stepState, type StepState } from '#casus/step-state';

/** The home that is sought, as it was last described. */
export interface HousingNeed {
  readonly rooms: number;
  readonly stepFree: boolean;
  readonly lift: boolean;
  readonly neighbourhoods: readonly string[];
  readonly incomeClass: 'low' | 'middle' | 'high';
  readonly from: LocalDate;
  readonly support: { readonly arranged: boolean; readonly from: LocalDate | null } | null;
}

/** A housing step that has not ended. */
export interface HousingStep {
  readonly step: string;
  readonly owner: string;
  readonly state: StepState;
  /** Since when nothing but this step itself stands in the way; null while something does. */
  readonly waitingSince: Instant | null;
  /** When its state changes by the calendar alone, if it does. */
  readonly changesAt: Instant | null;
}

/** What there is to know of a casus for whoever seeks a home for it: codes and days, no names, no reasons. */
export interface HousingNeedView {
  readonly casus: string;
  readonly reference: string;
  /** Null as long as nobody described it. */
  readonly need: HousingNeed | null;
  readonly describedAt: Instant | null;
  /** Whether the last decision on urgency granted it. */
  readonly priority: boolean;
  readonly steps: readonly HousingStep[];
}

/** A casus, and what its housing need comes to. */
export interface FoundNeed {
  readonly casus: Casus;
  readonly view: HousingNeedView;
  /** At which instant: now, or when the last was recorded where that clock runs ahead. */
  readonly at: Instant;
}

const PAGE = 500;
const URGENCY = 'urgentie';

async function historyOf(log: Pick<EventStore, 'readStream'>, casus: string): Promise<CasusHistory> {
  let history = NO_HISTORY;
  for (let from = 0; ; from += PAGE) {
    const page = await log.readStream(streamName('casus', casus), { from, limit: PAGE });
    history = page.map(readFact).reduce(withFact, history);
    if (page.length < PAGE) return history;
  }
}

function lastNeed(history: CasusHistory, at: Instant) {
  const described = factsAt(history, at).findLast((fact) => fact.type === 'HousingNeedDescribed');
  if (!described) return { need: null, describedAt: null };
  const { support, neighbourhoods, ...data } = described.data;
  const need: HousingNeed = {
    ...data,
    neighbourhoods: [...neighbourhoods],
    support: support ? { arranged: support.arranged, from: support.from ?? null } : null,
  };
  return { need, describedAt: described.occurredAt };
}

/** Whether the last decision with the product urgency granted it. */
function hasPriority({ decisions }: Casus): boolean {
  const last = decisions
    .filter(({ product }) => product === URGENCY)
    .reduce<Casus['decisions'][number] | undefined>((a, b) => (a && a.revision > b.revision ? a : b), undefined);
  return last?.outcome === 'granted';
}

const HELD_UP: ReadonlySet<StepState> = new Set(['blocked', 'scheduled', 'reported', 'done', 'cancelled']);

function couldBeDone(casus: Casus, id: string, at: Instant): boolean {
  const step = casus.steps.get(id);
  return step !== undefined && !HELD_UP.has(stepState(casus, step, at));
}

/** The beginning of the present stretch in which the step could be done, as far as others and the calendar go. */
function waitingSince(history: CasusHistory, id: string, at: Instant): Instant | null {
  let since: Instant | null = null;
  let last: Casus | undefined;
  const look = (casus: Casus, moment: Instant): Instant | null =>
    couldBeDone(casus, id, moment) ? (since ?? moment) : null;
  /** What the calendar alone opened before a moment. */
  const lookBefore = (moment: Instant): Instant | null => {
    const starts = last?.steps.get(id)?.notBefore?.startsAt;
    return last && starts !== undefined && starts <= moment ? look(last, starts) : since;
  };
  for (const { at: moment, casus } of casusOverTime(history)) {
    if (moment > at) break;
    since ??= lookBefore(moment);
    since = look(casus, moment);
    last = casus;
  }
  return since ?? lookBefore(at);
}

function changesAt(step: Step, at: Instant): Instant | null {
  const moments = [step.notBefore?.startsAt, step.waiting?.endsAt].filter((moment) => moment !== undefined);
  return moments.filter((moment) => moment > at).sort()[0] ?? null;
}

/** The housing need of a casus (by its id) as it is now, from its events; undefined when there is no such casus. */
export async function housingNeed(
  log: Pick<EventStore, 'readStream'>,
  id: string,
  now: Instant,
): Promise<FoundNeed | undefined> {
  const history = await historyOf(log, id);
  const at = later(now, history.recordedAt ?? now);
  const casus = casusAt(history, at);
  if (!casus) return undefined;
  const isOver = casus.life.is === 'closed';
  const steps = [...casus.steps.values()]
    .filter((step) => step.category === 'housing' && !hasEnded(step) && !isOver)
    .map((step) => ({
      ...{ step: step.id, owner: step.owner, state: stepState(casus, step, at) },
      ...{ waitingSince: waitingSince(history, step.id, at), changesAt: changesAt(step, at) },
    }));
  const { reference } = casus;
  return {
    casus,
    at,
    view: { casus: id, reference, ...lastNeed(history, at), priority: hasPriority(casus), steps },
  };
}
