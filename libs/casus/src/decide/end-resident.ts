import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** From now on the casus is no longer about this person. It stays about at least one resident. */
export const endResident: Decide<'end-resident'> = (command, casus) => {
  const { actor, ref, reason } = command;
  const resident = casus.residents.get(ref);
  if (!resident) return rejected('resident-unknown', { resident: ref });
  const refused = director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  if (resident.ended) return rejected('resident-ended', { resident: ref });
  const others = [...casus.residents.values()].filter((other) => !other.ended && other.ref !== ref);
  if (!others.some(({ role }) => role === 'resident')) return rejected('last-resident');
  return accepted(casusEvent('ResidentEnded', { ref, reason }));
};
