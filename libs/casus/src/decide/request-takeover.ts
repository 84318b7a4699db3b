import { accepted } from '#event-sourcing/decider';
import { isFree, needsBasis, referenceFor } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** A partner that takes part asks to become the owner: the pull form of a handoff. One request per partner and step. */
export const requestTakeover: Decide<'request-takeover'> = onStep(
  'request-takeover',
  participant,
  ({ command, casus, known, step }) => {
    const { actor, override, occurredAt } = command;
    const by = actor.partner;
    if (by === step.owner) return rejected('already-the-owner', { owner: by });
    const open = [...casus.takeovers.values()].find(
      (takeover) => takeover.step === step.id && takeover.by === by && takeover.life === 'open',
    );
    if (open) return rejected('takeover-open', { takeover: open.id });
    return (
      isFree(known.takeovers, command.takeover) ??
      needsBasis(casus, by, occurredAt, override) ??
      accepted(
        casusEvent('TakeoverRequested', {
          takeover: referenceFor('T', known.takeovers, command.takeover),
          step: step.id,
          by,
          override,
        }),
      )
    );
  },
);
