import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Makes another partner, or another person of it, the casus director. */
export const appointDirector: Decide<'appoint-director'> = (command, casus) => {
  const { actor, partner, person } = command;
  const refused = director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  if (casus.director.partner === partner && casus.director.person === person) return rejected('already-the-director');
  return accepted(casusEvent('DirectorAppointed', { partner, person }));
};
