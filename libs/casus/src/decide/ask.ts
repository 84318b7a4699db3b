import { accepted } from '#event-sourcing/decider';
import { refusal } from '#casus/allowed';
import { openAskAboutOffer, openAsksAboutStep } from '#casus/asks';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import { isFree, needsBasis, notPassed, referenceFor } from '#casus/decide/checks';
import type { CasusDecision, Decide } from '#casus/decide/decide';
import { notOpen, receiver } from '#casus/decide/on-handoff';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

/** An ask whose asker, receiver and matter have been found right. */
function opened(
  command: Command<'ask'>,
  casus: Casus,
  known: Casus,
  ask: { step: string; handoff?: string; from: string; to: string },
) {
  const { what, answerBy, toldBy, override, occurredAt } = command;
  return (
    isFree(known.asks, command.ask) ??
    needsBasis(casus, ask.to, occurredAt, override) ??
    accepted(
      casusEvent('AskOpened', {
        ask: referenceFor('A', known.asks, command.ask),
        ...ask,
        what,
        answerBy,
        toldBy,
        override,
      }),
    )
  );
}

/** The receiver of an open offer asks its sender about it. */
function askAboutOffer(command: Command<'ask'>, casus: Casus, known: Casus, id: string): CasusDecision {
  const handoff = casus.handoffs.get(id);
  if (!handoff) return rejected('handoff-unknown', { handoff: id });
  const { from, to, step } = handoff;
  if (command.to !== undefined && command.to !== from) return rejected('to-is-not-the-sender', { sender: from });
  const at = momentOf(command);
  const refused =
    notPassed('answerBy', command.answerBy, command.occurredAt) ??
    receiver({ casus, actor: command.actor, at }, handoff, command) ??
    notOpen(casus, handoff, at);
  if (refused) return refused;
  const open = openAskAboutOffer(casus, id, at);
  if (open) return rejected('ask-open', { ask: open.id });
  return opened(command, casus, known, { step, handoff: id, from: to, to: from });
}

/** The owner of a step asks another partner about it. Ownership stays. */
function askAboutStep(command: Command<'ask'>, casus: Casus, known: Casus, id: string): CasusDecision {
  const step = casus.steps.get(id);
  if (!step) return rejected('step-unknown', { step: id });
  const { to, actor } = command;
  if (to === undefined) return rejected('to-required');
  if (command.toldBy) return rejected('told-out-of-place');
  const at = momentOf(command);
  const refused =
    notPassed('answerBy', command.answerBy, command.occurredAt) ??
    ownerOrDirector({ casus, actor, at }, step) ??
    refusal(casus, step, 'ask', at);
  if (refused) return refused;
  if (to === step.owner) return rejected('asked-itself', { owner: to });
  const open = openAsksAboutStep(casus, id).find((ask) => ask.to === to);
  if (open) return rejected('ask-open', { ask: open.id });
  const decision = opened(command, casus, known, { step: id, from: step.owner, to });
  if (!decision.accepted) return decision;
  const [event] = decision.events;
  return accepted({ ...event, ...inPlaceOf(actor, step.owner) });
}

/** Asks a partner about a step, or the sender about its open offer. */
export const ask: Decide<'ask'> = (command, casus, known) => {
  const { step, handoff } = command;
  if (handoff !== undefined && step === undefined) return askAboutOffer(command, casus, known, handoff);
  if (step !== undefined && handoff === undefined) return askAboutStep(command, casus, known, step);
  return rejected('ask-about-one-thing');
};
