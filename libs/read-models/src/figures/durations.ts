import type { Time } from '#read-models/ledger/time-sums';
import { NO_TIME } from '#read-models/ledger/time-sums';

/** How long something has taken. `over`: it came to the end that is measured; otherwise it took at least so long. */
export interface Spell {
  readonly time: Time;
  readonly over: boolean;
}

/** So many minutes; `orMore`: the answer lies beyond what has been seen, so at least so many. */
export interface Quantile {
  readonly minutes: number;
  readonly orMore: boolean;
}

/** What half, and nine in ten, came to an end within. */
export interface Quantiles {
  readonly p50: Quantile;
  readonly p90: Quantile;
}

/** How long things took together and each, by the clock and in working minutes. Without things there is nothing to say of each. */
export interface Durations {
  /** Of how many things. */
  readonly of: number;
  readonly total: Time;
  readonly calendar: Quantiles | null;
  readonly working: Quantiles | null;
}

interface Length {
  readonly minutes: number;
  readonly over: boolean;
}

/** Shares are products of fractions, which miss a round figure by less than this. */
const ROUNDING = 1e-9;

/**
 * The least time within which `share` of all came to an end, by Kaplan and Meier: what is not over counts among the
 * others for as long as it was seen. Where all is over this is the nearest rank. `lengths` shortest first, not empty.
 */
function quantile(lengths: readonly Length[], share: number): Quantile {
  let left = 1;
  let longest = 0;
  let seen = 0;
  while (seen < lengths.length) {
    longest = lengths[seen]?.minutes ?? longest;
    const atRisk = lengths.length - seen;
    let over = 0;
    for (let next = lengths[seen]; next?.minutes === longest; next = lengths[seen]) {
      if (next.over) over += 1;
      seen += 1;
    }
    left *= 1 - over / atRisk;
    if (left <= 1 - share + ROUNDING) return { minutes: longest, orMore: false };
  }
  return { minutes: longest, orMore: true };
}

function quantiles(lengths: readonly Length[]): Quantiles | null {
  if (lengths.length === 0) return null;
  const sorted = [...lengths].sort((a, b) => a.minutes - b.minutes);
  return { p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

/** How long these took. docs/adr/0014: why what is not over counts, and how. */
export const durationsOf = (spells: readonly Spell[]): Durations => ({
  of: spells.length,
  total: spells.reduce(
    (sum, { time }) => ({
      minutes: sum.minutes + time.minutes,
      workingMinutes: sum.workingMinutes + time.workingMinutes,
    }),
    NO_TIME,
  ),
  calendar: quantiles(spells.map(({ time, over }) => ({ minutes: time.minutes, over }))),
  working: quantiles(spells.map(({ time, over }) => ({ minutes: time.workingMinutes, over }))),
});
