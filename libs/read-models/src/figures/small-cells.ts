/** Of fewer casus than this no figure is given by itself, where it would tell something of the people in them. */
export const FEWEST_CASUS = 3;

/** Things under one name, or those of several names taken together. */
export interface Pooled<Thing> {
  readonly key: string | null;
  readonly few: boolean;
  readonly things: readonly Thing[];
}

const casusOf = (things: readonly { readonly casus: string }[]): number =>
  new Set(things.map(({ casus }) => casus)).size;

/**
 * Takes together what has too few casus under its name, and with it the next smallest as long as that is still too
 * few: so nothing is left out, and nothing follows from what is left of the whole. `null` is a name like the others.
 */
export function pooled<Thing extends { readonly casus: string }>(
  groups: ReadonlyMap<string | null, readonly Thing[]>,
): readonly Pooled<Thing>[] {
  const smallestFirst = [...groups].sort(
    ([a, some], [b, others]) => casusOf(some) - casusOf(others) || ((a ?? '') < (b ?? '') ? -1 : 1),
  );
  const together: Thing[] = [];
  const apart: Pooled<Thing>[] = [];
  let isPooled = false;
  for (const [key, things] of smallestFirst) {
    const tooFew = casusOf(things) < FEWEST_CASUS || (isPooled && casusOf(together) < FEWEST_CASUS);
    if (tooFew) {
      isPooled = true;
      together.push(...things);
    } else apart.push({ key, few: false, things });
  }
  return isPooled ? [...apart, { key: null, few: true, things: together }] : apart;
}
