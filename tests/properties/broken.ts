import type { Instant } from '#event-sourcing/instant';

/** The two times of a view. */
export interface View {
  readonly asOf: Instant;
  readonly knownAt: Instant | undefined;
}

/** What must always hold did not: which rule, what was seen, and in which view if it was one. */
export class Broken extends Error {
  constructor(
    readonly rule: string,
    seen: string,
    readonly view?: View,
  ) {
    super(`${rule}: ${seen}`);
  }
}

/** Breaks the run when something that must hold does not. `seen` is only written then. */
export function must(holds: boolean, rule: string, seen: () => string, view?: View): asserts holds {
  if (!holds) throw new Broken(rule, seen(), view);
}
