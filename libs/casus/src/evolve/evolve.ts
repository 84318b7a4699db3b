import type { Casus } from '#casus/casus';
import type { CasusEventType } from '#casus/events/casus-event';
import { EVOLVE_ASK } from '#casus/evolve/evolve-ask';
import { EVOLVE_CASUS, openedCasus } from '#casus/evolve/evolve-casus';
import { EVOLVE_HANDOFF } from '#casus/evolve/evolve-handoff';
import { EVOLVE_STEP } from '#casus/evolve/evolve-step';
import type { Evolve } from '#casus/evolve/change';
import type { Fact } from '#casus/fact';

type Later = Exclude<CasusEventType, 'CasusOpened'>;

const EVOLVE: { [T in Later]: Evolve<T> } = { ...EVOLVE_CASUS, ...EVOLVE_STEP, ...EVOLVE_HANDOFF, ...EVOLVE_ASK };

/** The casus after one more fact. Throws on a stream that does not begin with an opening, or opens twice. */
export function evolve(casus: Casus | undefined, fact: Fact): Casus {
  if (fact.type === 'CasusOpened') {
    if (casus) throw new Error(`the casus is opened a second time at revision ${fact.revision}`);
    return openedCasus(fact);
  }
  if (!casus) throw new Error(`${fact.type} at revision ${fact.revision} comes before the opening of the casus`);
  // The table pairs every type with the function for that very type; the compiler cannot follow the pairing.
  return (EVOLVE[fact.type] as Evolve<Later>)(casus, fact);
}
