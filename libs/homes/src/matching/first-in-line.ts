import type { Home } from '#homes/home';
import { fitOf } from '#homes/matching/fit';
import type { Seeker } from '#homes/matching/housing-profile';
import { inLine } from '#homes/matching/ranking';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';

/** A home, and who is the first in line for it. */
export interface ForWhom {
  readonly home: string;
  readonly seeker: Seeker;
}

/**
 * For whom homes are, one after the other as they are given: the first in the order of allocation whom it fits and for whom
 * there was none before. Nobody gets two, and a home that fits nobody who is left has no line.
 */
export function firstInLine(
  homes: readonly Pick<Home, 'id' | 'features' | 'freeFrom'>[],
  seekers: readonly Seeker[],
  allocation: SuitableAllocation,
): readonly ForWhom[] {
  const left = new Set(inLine(seekers));
  return homes.flatMap((home) => {
    const seeker = [...left].find(({ profile }) => fitOf(home, profile, allocation).fits);
    if (!seeker) return [];
    left.delete(seeker);
    return [{ home: home.id, seeker }];
  });
}
