import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Makes a closed casus open again. */
export const reopenCasus: Decide<'reopen-casus'> = (command, casus) =>
  director({ casus, actor: command.actor, at: momentOf(command) }) ??
  (casus.life.is === 'open'
    ? rejected('casus-open')
    : accepted(casusEvent('CasusReopened', { reason: command.reason })));
