/** Chance that falls the same way whenever it begins with the same seed. */
export interface Chance {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in a share `p` (0 to 1) of the cases. */
  happens(p: number): boolean;
  /** One of the list; throws a RangeError when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** One of the list with its weight; weights are positive or nought, not all nought. */
  weighed<T>(list: readonly (readonly [T, number])[]): T;
  /** In a share `p` of the cases what `make` makes, else undefined. */
  perhaps<T>(p: number, make: () => T): T | undefined;
}

/** Thirty-two random bits at a time, after splitmix. */
function bits(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}

/** Begins a chance. Each `part` of one seed falls its own way. */
export function chanceOf(seed: number, part = 0): Chance {
  const next = bits(Math.imul(seed, 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35));
  const share = () => next() / 2 ** 32;
  const below = (n: number) => Math.floor(share() * n);
  const happens = (p: number) => share() < p;
  return {
    below,
    happens,
    between: (least, most) => least + below(most - least + 1),
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[below(list.length)] as T;
    },
    weighed<T>(list: readonly (readonly [T, number])[]): T {
      let rest = share() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of list) {
        rest -= weight;
        if (rest < 0) return item;
      }
      throw new RangeError('nothing has weight');
    },
    perhaps: (p, make) => (happens(p) ? make() : undefined),
  };
}
