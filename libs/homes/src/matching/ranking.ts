import type { Home } from '#homes/home';
import { fitOf, type Fit } from '#homes/matching/fit';
import type { Seeker } from '#homes/matching/housing-profile';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';

/** A seeker beside a home: whether it fits and why, and its place among those whom it fits (null when it does not). */
export interface Ranked extends Fit {
  readonly seeker: Seeker;
  readonly place: number | null;
  /** By what it stands before the next in line; null for the last and for whom the home does not fit. */
  readonly before: 'priority' | 'waiting-since' | 'casus' | null;
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of allocation, rule by rule: who has urgency, who waits longest; then by casus, so that it is one order. */
const ORDER: readonly (readonly [Exclude<Ranked['before'], null>, (a: Seeker, b: Seeker) => number])[] = [
  ['priority', (a, b) => Number(b.priority) - Number(a.priority)],
  ['waiting-since', (a, b) => text(a.waitingSince, b.waitingSince)],
  ['casus', (a, b) => text(a.candidate.casus, b.candidate.casus) || text(a.candidate.step, b.candidate.step)],
];

const deciding = (a: Seeker, b: Seeker) => ORDER.find(([, compare]) => compare(a, b) !== 0);

const inOrder = (a: Seeker, b: Seeker): number => deciding(a, b)?.[1](a, b) ?? 0;

/** Seekers in the order of allocation, whatever the order in which they come in. */
export const inLine = (seekers: readonly Seeker[]): readonly Seeker[] => [...seekers].sort(inOrder);

/**
 * Everyone who seeks a home, beside this one: first those whom it fits, in the order of allocation, then the others with
 * what stands in the way. The same order whatever the order in which the seekers come in.
 */
export function rank(
  home: Pick<Home, 'features' | 'freeFrom'>,
  seekers: readonly Seeker[],
  allocation: SuitableAllocation,
): readonly Ranked[] {
  const beside = inLine(seekers).map((seeker) => ({ seeker, ...fitOf(home, seeker.profile, allocation) }));
  const fitting = beside.filter(({ fits }) => fits);
  const ranked = fitting.map((one, index): Ranked => {
    const next = fitting[index + 1];
    return { ...one, place: index + 1, before: (next && deciding(one.seeker, next.seeker)?.[0]) ?? null };
  });
  return [
    ...ranked,
    ...beside.filter(({ fits }) => !fits).map((one): Ranked => ({ ...one, place: null, before: null })),
  ];
}
