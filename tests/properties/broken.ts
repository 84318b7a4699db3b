/** What must always hold did not: which rule, and what was seen. */
export class Broken extends Error {
  constructor(
    readonly rule: string,
    seen: string,
  ) {
    super(`${rule}: ${seen}`);
  }
}

/** Breaks the run when something that must hold does not. `seen` is only written then. */
export function must(holds: boolean, rule: string, seen: () => string): asserts holds {
  if (!holds) throw new Broken(rule, seen());
}
