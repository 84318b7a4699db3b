import { accepted } from '#event-sourcing/decider';
import type { Casus } from '#casus/casus';
import { isFree, needsBasis, notPassed, referenceFor } from '#casus/decide/checks';
import type { Decide, Refusal } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { handoffState, type Handoff } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** The offer that this one follows: the last of the step, when it was refused. */
function refusedBefore(casus: Casus, step: string, at: Moment): Handoff | undefined {
  const last = [...casus.handoffs.values()].filter((offer) => offer.step === step).at(-1);
  return last && isRefused(last, at) ? last : undefined;
}

const isRefused = (offer: Handoff, at: Moment): boolean =>
  ['declined', 'withdrawn', 'expired'].includes(handoffState(offer, at));

function previousFits(casus: Casus, step: string, previous: string | undefined, at: Moment): Refusal {
  if (previous === undefined) return undefined;
  const offer = casus.handoffs.get(previous);
  return offer?.step === step && isRefused(offer, at) ? undefined : rejected('previous-not-refused', { previous });
}

/** Offers a step to another partner. The sender keeps answering for it until the offer is accepted. */
export const offerHandoff: Decide<'offer-handoff'> = onStep(
  'offer-handoff',
  ownerOrDirector,
  ({ command, casus, known, step, at }) => {
    const { to, kind, answerBy, expiresOn, override, actor, occurredAt } = command;
    if (to === step.owner) return rejected('already-the-owner', { owner: to });
    const refused =
      isFree(known.handoffs, command.handoff) ??
      previousFits(casus, step.id, command.previous, at) ??
      needsBasis(casus, to, occurredAt, override);
    if (refused) return refused;
    const offer = {
      handoff: referenceFor('H', known.handoffs, command.handoff),
      step: step.id,
      from: step.owner,
      to,
      kind,
      answerBy,
      expiresOn,
      previous: command.previous ?? refusedBefore(casus, step.id, at)?.id,
      parent: step.acquired.by === 'handoff' ? step.acquired.handoff : undefined,
      override,
    };
    return accepted({ ...casusEvent('HandoffOffered', offer), ...inPlaceOf(actor, step.owner) });
  },
  ({ command, casus }) => {
    const { answerBy, expiresOn, previous, occurredAt } = command;
    if (previous !== undefined && !casus.handoffs.has(previous))
      return rejected('handoff-unknown', { handoff: previous });
    return notPassed('answerBy', answerBy, occurredAt) ?? notPassed('expiresOn', expiresOn, occurredAt);
  },
);
