import { localDateOf, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate } from '#homes/home';
import { fitOf } from '#homes/matching/fit';
import { candidateOf, isSame, type Candidates } from '#apps/allocation/src/candidates';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import type { Shelf } from '#apps/allocation/src/shelf';

/** What the allocation staff has to do; each list in the order in which it presses. */
export interface WorkList {
  readonly offeredSteps: readonly {
    readonly casus: string;
    readonly handoff: string;
    readonly step: string;
    readonly from: string;
    readonly category: string;
    readonly offeredAt: Instant;
    readonly answerBy: LocalDate | null;
    readonly expiresOn: LocalDate | null;
    readonly accepting: boolean;
  }[];
  readonly readyCandidates: readonly {
    readonly casus: string;
    readonly reference: string | null;
    readonly step: string;
    readonly priority: boolean;
    readonly waitingSince: Instant;
    readonly state: string;
    /** The last day on which supply is waited for, since it was recorded that no home fits. */
    readonly noFitUntil: LocalDate | null;
    readonly fittingHomes: readonly string[];
  }[];
  /** Steps of which nobody described yet what home is sought. */
  readonly needNotDescribed: readonly {
    readonly casus: string;
    readonly reference: string | null;
    readonly step: string;
    readonly state: string;
    readonly waitingSince: Instant | null;
  }[];
  readonly freeHomes: readonly { readonly home: string; readonly freeFrom: LocalDate; readonly fits: number }[];
  readonly homesInHand: readonly {
    readonly home: string;
    readonly status: string;
    readonly casus: string;
    readonly step: string;
    readonly expiresOn: LocalDate | null;
  }[];
  readonly promisesDue: readonly {
    readonly casus: string;
    readonly promise: string;
    readonly to: string;
    readonly due: LocalDate;
    readonly broken: boolean;
    readonly dueToday: boolean;
  }[];
  /** What was sent to a casus and not taken there. */
  readonly refusedAnswers: readonly {
    readonly casus: string;
    readonly command: string;
    readonly about: string;
    readonly code: string;
    readonly at: Instant;
  }[];
}

const MOST_REFUSED = 100;

async function offeredSteps(db: AllocationDatabase, shelf: Shelf): Promise<WorkList['offeredSteps']> {
  const rows = await db.selectFrom('offered_steps').selectAll().orderBy('offered_at').orderBy('handoff').execute();
  return rows.map(({ casus, handoff, step, sender: from, category, ...row }) => ({
    ...{ casus, handoff, step, from, category, offeredAt: row.offered_at },
    ...{ answerBy: row.answer_by, expiresOn: row.expires_on },
    accepting: shelf.searchOf(casus).takenOn.has(handoff),
  }));
}

async function promisesDue(db: AllocationDatabase, at: Instant): Promise<WorkList['promisesDue']> {
  const today = localDateOf(at);
  const rows = await db.selectFrom('promises').selectAll().orderBy('due').orderBy('casus').orderBy('promise').execute();
  return rows.map(({ recipient: to, due, ...row }) => ({ ...row, to, due, dueToday: due === today }));
}

/** The newest first. */
const refusedAnswers = (shelf: Shelf): WorkList['refusedAnswers'] =>
  shelf
    .refusals()
    .map(({ casus, command, about, code, at }) => ({ casus, command, about, code, at }))
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MOST_REFUSED);

/** The work list at an instant. */
export async function workList(
  db: AllocationDatabase,
  shelf: Shelf,
  candidates: Candidates,
  at: Instant,
): Promise<WorkList> {
  const today = localDateOf(at);
  const homes = await candidates.homes(at);
  const free = homes.flatMap(([home, { is }]) => (is === 'available' ? [home] : []));
  const theirs = homes.flatMap(([home, status]) => {
    const candidate = candidateOf(status);
    const expiresOn = status.is === 'offered' ? status.expiresOn : null;
    return candidate ? [{ home: home.id, status: status.is, ...candidate, expiresOn }] : [];
  });
  const isServed = (candidate: Candidate) => theirs.some((one) => isSame(one, candidate));
  const all = (await candidates.all()).filter((one) => !isServed(one));
  const ready = all.flatMap(({ casus, step, profile, waitingSince, reference, priority, state }) => {
    if (!profile || !waitingSince) return [];
    const fits = free.filter((home) => fitOf(home, profile, candidates.allocation).fits);
    const noFit = shelf.searchOf(casus).withoutHome.get(step);
    const noFitUntil = noFit && noFit.until >= today ? noFit.until : null;
    return [
      { casus, reference, step, priority, waitingSince, state, noFitUntil, fittingHomes: fits.map(({ id }) => id) },
    ];
  });
  return {
    offeredSteps: await offeredSteps(db, shelf),
    readyCandidates: ready.toSorted(
      (a, b) => Number(b.priority) - Number(a.priority) || (a.waitingSince < b.waitingSince ? -1 : 1),
    ),
    needNotDescribed: all.flatMap(({ profile, casus, reference, step, state, waitingSince }) =>
      profile ? [] : [{ casus, reference, step, state, waitingSince }],
    ),
    freeHomes: free
      .map(({ id: home, freeFrom }) => ({
        ...{ home, freeFrom },
        fits: ready.filter(({ fittingHomes }) => fittingHomes.includes(home)).length,
      }))
      .sort((a, b) => (a.freeFrom < b.freeFrom ? -1 : 1)),
    homesInHand: theirs.filter(({ status }) => status !== 'let'),
    promisesDue: await promisesDue(db, at),
    refusedAnswers: refusedAnswers(shelf),
  };
}
