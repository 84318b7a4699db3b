import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import { lastSuspension } from '#casus/step';

/** Ends a suspension with the last day that it held; the clock runs on from the day after. */
export const resumeTerm: Decide<'resume-term'> = onStep('resume-term', municipalOwner, ({ command, step }) => {
  const { firstDay, until, ground } = lastSuspension(step) ?? {};
  const of = { rule: step.term?.rule.code ?? null, ground: ground ?? null };
  if (firstDay !== undefined && command.lastDay < firstDay) {
    return rejected('resume-before-start', { ...of, firstDay, lastDay: command.lastDay });
  }
  if (until !== undefined && command.lastDay > until) {
    return rejected('resume-after-set-time', { ...of, until, lastDay: command.lastDay });
  }
  return accepted(casusEvent('TermResumed', { step: step.id, lastDay: command.lastDay }));
});
