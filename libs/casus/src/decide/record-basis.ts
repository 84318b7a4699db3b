import { accepted } from '#event-sourcing/decider';
import { notPassed, residentsExist } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { director } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Records why a partner may know something: whom it concerns, which data, from when until when. */
export const recordBasis: Decide<'record-basis'> = (command, casus) => {
  const { actor, partner, basis, persons, givenBy, article, purpose, categories, validUntil } = command;
  const refused =
    residentsExist(casus, persons) ??
    (basis === 'consent' && !givenBy ? rejected('given-by-required') : undefined) ??
    (basis === 'legal-task' && !article ? rejected('article-required') : undefined) ??
    notPassed('validUntil', validUntil, command.occurredAt) ??
    director({ casus, actor, at: momentOf(command) });
  if (refused) return refused;
  return accepted(
    casusEvent('BasisRecorded', {
      partner,
      basis,
      persons: [...persons],
      givenBy,
      article,
      purpose,
      categories: [...categories],
      validUntil,
    }),
  );
};
