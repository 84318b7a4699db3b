import { accepted } from '#event-sourcing/decider';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { notPassed, outsiderNamed } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onStep } from '#casus/decide/on-step';
import { inPlaceOf, ownerOrDirector } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';

/** Working days that a waiting lasts when no end is given. */
const USUAL_WAITING = 10;

/** The step waits for a resident, an outside party or supply. Another partner is not waited for but asked. */
export const waitFor: Decide<'wait-for'> = onStep(
  'wait-for',
  ownerOrDirector,
  ({ command, step }) => {
    const { actor, waitingFor, reason, occurredAt } = command;
    const until = command.until ?? lastOfWorkingDays(occurredAt, USUAL_WAITING, nationalCalendar);
    const waiting = { step: step.id, waitingFor: { kind: waitingFor.kind, name: waitingFor.name }, reason, until };
    return accepted({ ...casusEvent('WaitingStarted', waiting), ...inPlaceOf(actor, step.owner) });
  },
  ({ command }) => outsiderNamed(command.waitingFor) ?? notPassed('until', command.until, command.occurredAt),
);
