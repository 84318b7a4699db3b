import { later, type Instant } from '#event-sourcing/instant';
import type { Casus, RecordedDecision } from '#casus/casus';
import type { Pattern } from '#casus/stalls/scene';

const inOrderOfDeciding = (a: RecordedDecision, b: RecordedDecision): number =>
  a.occurredAt === b.occurredAt ? a.revision - b.revision : a.occurredAt < b.occurredAt ? -1 : 1;

const SECOND = 2;

/** When each product was refused for the second time since it was last granted. */
function secondRefusals({ decisions, reopenedAt }: Casus): Map<string, Instant> {
  const refusals = new Map<string, number>();
  const second = new Map<string, Instant>();
  for (const { product, outcome, occurredAt } of [...decisions].sort(inOrderOfDeciding)) {
    if (reopenedAt !== undefined && occurredAt < reopenedAt) continue;
    if (outcome === 'granted') {
      refusals.delete(product);
      second.delete(product);
    } else if (outcome === 'refused' || outcome === 'not-treated') {
      const times = (refusals.get(product) ?? 0) + 1;
      refusals.set(product, times);
      if (times === SECOND) second.set(product, occurredAt);
    }
  }
  return second;
}

/** The same product refused or not treated a second time, decisions of before the casus counted. Nobody is on the move. */
export const revolvingDoor: Pattern = ({ casus }) => {
  if (casus.life.is === 'closed') return [];
  return [...secondRefusals(casus)].map(([product, refusedAt]) => ({
    pattern: 'REVOLVING_DOOR',
    about: product,
    root: null,
    onTheMove: null,
    waiting: null,
    from: later(refusedAt, casus.openedAt),
  }));
};
