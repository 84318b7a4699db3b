import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { isStallCause, STALL_CAUSE_CODES } from '#casus/stall-cause';

/** Names why something stalls. The pattern is found by the system; the cause is named by people, and several may. */
export const nameStallCause: Decide<'name-stall-cause'> = (command, casus) => {
  const { actor, stall, cause, note } = command;
  if (!isStallCause(cause)) return rejected('cause-unknown', { cause, known: STALL_CAUSE_CODES });
  return (
    participant({ casus, actor, at: momentOf(command) }) ??
    accepted(casusEvent('StallCauseNamed', { stall: { pattern: stall.pattern, about: stall.about }, cause, note }))
  );
};
