import { accepted } from '#event-sourcing/decider';
import { isFree, notPassed, referenceFor } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { itselfOrTold } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { takesPart } from '#casus/taking-part';

/** "By 18 November you get X": by the promiser, or as told by it; then the promiser confirms. */
export const makePromise: Decide<'make-promise'> = (command, casus, known) => {
  const { actor, promisedBy, to, what, due, toldBy, occurredAt } = command;
  const at = momentOf(command);
  const refused =
    notPassed('due', due, occurredAt) ??
    itselfOrTold({ casus, actor, at }, { itself: promisedBy, other: to, toldBy, code: 'not-the-promiser' });
  if (refused) return refused;
  const outsider = [promisedBy, to].find((partner) => !takesPart(casus, partner, at));
  if (outsider !== undefined) return rejected('not-taking-part', { partner: outsider });
  if (promisedBy === to) return rejected('promised-itself', { partner: to });
  return (
    isFree(known.promises, command.promise) ??
    accepted(
      casusEvent('PromiseMade', {
        promise: referenceFor('P', known.promises, command.promise),
        promisedBy,
        to,
        what,
        due,
        toldBy,
      }),
    )
  );
};
