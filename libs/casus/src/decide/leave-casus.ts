import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { isDirector, participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { openWorkOf } from '#casus/taking-part';

/** A partner leaves; its bases end. Not the director's partner, and not with work open. */
export const leaveCasus: Decide<'leave-casus'> = (command, casus) => {
  const { actor, reason } = command;
  const at = momentOf(command);
  const refused = participant({ casus, actor, at });
  if (refused) return refused;
  const work = openWorkOf(casus, actor.partner, at);
  const isDirecting = isDirector({ casus, actor, at });
  if (isDirecting || Object.values(work).some((ids: string[]) => ids.length > 0)) {
    return rejected('work-open', { ...work, director: isDirecting });
  }
  return accepted(casusEvent('PartnerLeft', { partner: actor.partner, reason }));
};
