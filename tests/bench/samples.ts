/** How long single tries of one thing took. Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** The spread of so many durations. */
export function spreadOf(took: readonly number[]): Spread {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Does a thing so many times, one after the other, after some tries that do not count. */
export async function spread(times: number, ask: (n: number) => Promise<unknown>): Promise<Spread> {
  for (let n = 0; n < Math.ceil(times / 10); n++) await ask(n);
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await ask(n);
    took.push(performance.now() - begun);
  }
  return spreadOf(took);
}
