import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Adds a person whom the casus is about. */
export const addResident: Decide<'add-resident'> = (command, casus, known) => {
  const { actor, ref, id, role, givenName, familyName, birthYear } = command;
  const refused = director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  if (known.residents.has(ref)) return rejected('resident-known', { resident: ref });
  return accepted(casusEvent('ResidentAdded', { ref, id, role, givenName, familyName, birthYear }));
};
