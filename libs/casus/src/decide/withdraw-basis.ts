import { accepted } from '#event-sourcing/decider';
import { residentsExist } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Withdraws categories of data from a partner, for the persons named or for all. What is open with it stays open. */
export const withdrawBasis: Decide<'withdraw-basis'> = (command, casus) => {
  const { actor, partner, categories } = command;
  const refused = residentsExist(casus, command.persons ?? []) ?? director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  const persons = [...(command.persons ?? casus.residents.keys())];
  const grants = casus.bases.filter((basis) => basis.partner === partner).flatMap((basis) => basis.grants);
  const withdrawsAny = grants.some((grant) => categories.includes(grant.category) && persons.includes(grant.person));
  if (!withdrawsAny) return rejected('no-such-basis', { partner, categories });
  return accepted(casusEvent('BasisWithdrawn', { partner, categories: [...categories], persons }));
};
