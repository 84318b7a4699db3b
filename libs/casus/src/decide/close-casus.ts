import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { hasEnded } from '#casus/step';

/** Closes a casus in which no step is left that is not ended, and no promise is open. */
export const closeCasus: Decide<'close-casus'> = (command, casus) => {
  const { actor, outcome, reason } = command;
  const refused = director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  const steps = [...casus.steps.values()].filter((step) => !hasEnded(step)).map(({ id }) => id);
  const promises = [...casus.promises.values()].filter(({ life }) => life === 'open').map(({ id }) => id);
  if (steps.length + promises.length > 0) return rejected('work-open', { steps, promises });
  return accepted(casusEvent('CasusClosed', { outcome, reason }));
};
