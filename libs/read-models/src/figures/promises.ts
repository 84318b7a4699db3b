import { breachOf } from '#casus/clocks/step-clock';
import type { CasusDealing } from '#read-models/dealings/query';
import { casusIn } from '#read-models/figures/cell';
import { percentOf } from '#read-models/figures/percent';
import { isWithin, type Period } from '#read-models/figures/period';

/** What came of promises: each is exactly one of kept in time, kept late, broken, released and open. */
export interface PromiseRow {
  readonly cell: string;
  /** Null: by all. */
  readonly promisedBy: string | null;
  /** Null: to all. */
  readonly to: string | null;
  readonly made: number;
  readonly keptInTime: number;
  readonly keptLate: number;
  /** Past its day and neither kept nor released. */
  readonly broken: number;
  readonly released: number;
  readonly open: number;
  /** Given another day at least once, whatever came of it. */
  readonly renegotiated: number;
  /** Past its day at some time, whatever came of it. */
  readonly everBroken: number;
  /** Of those that were kept or are broken; null without any. */
  readonly keptInTimePercent: number | null;
  readonly casus: readonly string[];
}

/** Promises of a period, the most first. */
export interface Promises {
  readonly total: PromiseRow;
  readonly byPromiser: readonly PromiseRow[];
  readonly byPair: readonly PromiseRow[];
}

/** The stalls of promises that were not kept, by `promiseAt`: whether each lasts. */
export type Breaches = ReadonlyMap<string, { readonly lasts: boolean }>;

/** A promise of one casus, in a word. */
export const promiseAt = (casus: string, promise: string): string => `${casus} ${promise}`;

type Outcome = 'keptInTime' | 'keptLate' | 'broken' | 'released' | 'open';

function outcomeOf({ casus, thing, life, due, endedAt }: CasusDealing, breaches: Breaches): Outcome {
  if (life === 'released') return 'released';
  if (life === 'kept') {
    return due !== null && endedAt !== null && endedAt >= breachOf(due) ? 'keptLate' : 'keptInTime';
  }
  return breaches.get(promiseAt(casus, thing))?.lasts ? 'broken' : 'open';
}

function rowOf(
  { cell, promisedBy, to }: Pick<PromiseRow, 'cell' | 'promisedBy' | 'to'>,
  promises: readonly CasusDealing[],
  breaches: Breaches,
): PromiseRow {
  const outcomes = promises.map((promise) => outcomeOf(promise, breaches));
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const [keptInTime, keptLate, broken] = [count('keptInTime'), count('keptLate'), count('broken')];
  return {
    cell,
    promisedBy,
    to,
    made: promises.length,
    keptInTime,
    keptLate,
    broken,
    released: count('released'),
    open: count('open'),
    renegotiated: promises.filter(({ renegotiated }) => renegotiated > 0).length,
    everBroken: promises.filter(({ casus, thing }) => breaches.has(promiseAt(casus, thing))).length,
    keptInTimePercent: percentOf(keptInTime, keptInTime + keptLate + broken),
    casus: casusIn(promises),
  };
}

const mostFirst = (a: PromiseRow, b: PromiseRow): number => b.made - a.made || (a.cell < b.cell ? -1 : 1);

/** What came of the promises made in a period. `partner`: by or to it. */
export function promisesFigure(
  all: readonly CasusDealing[],
  breaches: Breaches,
  period: Period,
  { partner }: { readonly partner?: string | undefined },
): Promises {
  const made = all.filter(
    ({ beganAt, from, to }) =>
      isWithin(period, beganAt) && (partner === undefined || from === partner || to === partner),
  );
  const rows = (groups: ReadonlyMap<string, readonly CasusDealing[]>, ofPair: boolean) =>
    [...groups]
      .flatMap(([cell, own]) => {
        const [first] = own;
        return first ? [rowOf({ cell, promisedBy: first.from, to: ofPair ? first.to : null }, own, breaches)] : [];
      })
      .sort(mostFirst);
  return {
    total: rowOf({ cell: 'all', promisedBy: null, to: null }, made, breaches),
    byPromiser: rows(
      Map.groupBy(made, ({ from }) => `promiser:${from}`),
      false,
    ),
    byPair: rows(
      Map.groupBy(made, ({ from, to }) => `pair:${from}:${to}`),
      true,
    ),
  };
}
