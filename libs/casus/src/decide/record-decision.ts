import { accepted } from '#event-sourcing/decider';
import { stepsExist } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { isDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** Records what was decided on a product (briefadres, urgentie …), also long ago. By the partner that decided, or the director. */
export const recordDecision: Decide<'record-decision'> = (command, casus) => {
  const { actor, product, decidedBy, outcome, ground, step } = command;
  const mayRecord = actor.partner === decidedBy || isDirector({ casus, actor, at: momentOf(command) });
  const refused =
    stepsExist(casus, step === undefined ? [] : [step]) ??
    (mayRecord ? undefined : rejected('not-the-decider', { decidedBy }));
  if (refused) return refused;
  return accepted(casusEvent('DecisionRecorded', { product, decidedBy, outcome, ground, step }));
};
