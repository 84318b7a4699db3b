import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** From now on the casus is no longer about this person. It stays about at least one resident. */
export const endResident: Decide<'end-resident'> = (command, casus, known) => {
  const { actor, ref, reason } = command;
  if (!casus.residents.has(ref)) return rejected('resident-unknown', { resident: ref });
  const refused = director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  const hasEnded = (one: string): boolean => known.residents.get(one)?.ended === true;
  if (hasEnded(ref)) return rejected('resident-ended', { resident: ref });
  // Someone who was there then and still is: also when others are known to have gone since.
  const others = [...casus.residents.values()].filter((other) => other.ref !== ref && !hasEnded(other.ref));
  if (!others.some(({ role }) => role === 'resident')) return rejected('last-resident');
  return accepted(casusEvent('ResidentEnded', { ref, reason }));
};
