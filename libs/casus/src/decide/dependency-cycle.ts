import type { Casus } from '#casus/casus';
import type { AfterItem } from '#casus/commands';

/** The way from `start` over `after` back to `start`, as step references; undefined when there is none. */
export function dependencyCycle(casus: Casus, start: string, after: readonly AfterItem[]): string[] | undefined {
  const visited = new Set<string>();
  const wayBack = (items: readonly AfterItem[]): string[] | undefined => {
    for (const { step } of items) {
      if (step === start) return [step];
      if (visited.has(step)) continue;
      visited.add(step);
      const way = wayBack(casus.steps.get(step)?.after ?? []);
      if (way) return [step, ...way];
    }
    return undefined;
  };
  const way = wayBack(after);
  return way && [start, ...way];
}
