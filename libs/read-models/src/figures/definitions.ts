import type { FigureDefinition } from '#read-models/figures/definition';
import { PROMISES_DEFINITION } from '#read-models/figures/promises-definition';
import { STALLS_DEFINITION } from '#read-models/figures/stalls-definition';
import { WAITING_DEFINITION } from '#read-models/figures/waiting-definition';

export const FIGURES = ['waiting', 'stalls', 'promises'] as const;
export type FigureName = (typeof FIGURES)[number];

/** What every figure counts, in the words in which it is shown. docs/adr/0014 says why. */
export const FIGURE_DEFINITIONS: Readonly<Record<FigureName, FigureDefinition>> = {
  waiting: WAITING_DEFINITION,
  stalls: STALLS_DEFINITION,
  promises: PROMISES_DEFINITION,
};

/** Whether there is a figure of this name. */
export const isFigure = (name: string): name is FigureName => Object.hasOwn(FIGURE_DEFINITIONS, name);
