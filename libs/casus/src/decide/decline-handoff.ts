import { accepted } from '#event-sourcing/decider';
import { noteWithOther } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onHandoff, receiver } from '#casus/decide/on-handoff';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The receiver does not take the step, with a coded reason; `wrong-desk` may name the right one. */
export const declineHandoff: Decide<'decline-handoff'> = onHandoff(
  receiver,
  ({ command, handoff }) => {
    const { reason, rightDesk, note, toldBy } = command;
    const { id, step, from, to } = handoff;
    return accepted(casusEvent('HandoffDeclined', { handoff: id, step, from, to, reason, rightDesk, note, toldBy }));
  },
  (command) =>
    noteWithOther(command) ??
    (command.rightDesk !== undefined && command.reason !== 'wrong-desk'
      ? rejected('right-desk-out-of-place', { reason: command.reason })
      : undefined),
);
