import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onHandoff, receiver } from '#casus/decide/on-handoff';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The receiver has seen the offer: what "not read" and "not decided" are told apart by. */
export const seeHandoff: Decide<'see-handoff'> = onHandoff(receiver, ({ command, handoff }) =>
  handoff.life.is === 'seen'
    ? rejected('already-seen', { handoff: handoff.id, seenAt: handoff.life.at })
    : accepted(casusEvent('HandoffSeen', { handoff: handoff.id, step: handoff.step, toldBy: command.toldBy })),
);
