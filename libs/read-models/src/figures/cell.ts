/** A figure that stands for something of certain casus (ids). `cell` names it within its answer. */
export interface Cell {
  readonly cell: string;
  readonly casus: readonly string[];
}

/** The casus in which things are, each once, in the order of their ids. */
export const casusIn = (things: Iterable<{ readonly casus: string }>): readonly string[] =>
  [...new Set([...things].map(({ casus }) => casus))].sort();
