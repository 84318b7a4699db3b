import { accepted } from '#event-sourcing/decider';
import { suspensionGround } from '#calendar/rule-book/rule-book';
import { calendarOfTerm } from '#calendar/term-calendar';
import { suspensionFault } from '#calendar/term-fault';
import { breachOf, stepTermDays, termCourse } from '#casus/clocks/step-clock';
import type { Command } from '#casus/commands';
import { outsiderNamed } from '#casus/decide/checks';
import type { Decide, Refusal } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import type { Step, StepTerm } from '#casus/step';

type SuspendTerm = Command<'suspend-term'>;

/** Within the term, before its last day has passed, and on no day of another suspension: the rule of any term. */
function maySuspend(step: Step, term: StepTerm, source: string, { firstDay, until, occurredAt }: SuspendTerm): Refusal {
  const lastDay = stepTermDays(step)?.lastDay;
  const of = { rule: term.rule.code, source };
  if (lastDay && occurredAt >= breachOf(lastDay)) return rejected('term-has-passed', { ...of, lastDay });
  const days = { firstDay, lastDay: until ?? null };
  const fault = suspensionFault(termCourse(step, term), days, calendarOfTerm(term.calendar));
  switch (fault?.code) {
    case 'not-suspendable':
      return rejected('term-not-suspendable', { rule: term.rule.code, source: term.rule.source });
    case 'suspension-backwards':
      return rejected('until-before-first-day', { firstDay, until: fault.lastDay });
    case 'suspension-before-term':
      return rejected('suspension-before-term', { ...of, firstDay, from: fault.from });
    case 'suspension-after-term':
      return rejected('suspension-after-term', { ...of, firstDay, lastDay: fault.lastDay });
    case 'suspensions-overlap':
      return rejected('suspension-overlaps', { ...of, ...fault.other });
    case undefined:
      return undefined;
  }
}

/** Suspends the running term of a step on a ground of the law (Awb 4:15). The step waits for the party named. */
export const suspendTerm: Decide<'suspend-term'> = onStep(
  'suspend-term',
  municipalOwner,
  ({ command, step, background }) => {
    const { waitingFor, firstDay, until } = command;
    const ground = suspensionGround(background.rules, command.ground);
    if (!ground) return rejected('ground-unknown', { ground: command.ground });
    if (!step.term) return rejected('no-term', { step: step.id });
    const refused = maySuspend(step, step.term, ground.source, command);
    if (refused) return refused;
    return accepted(
      casusEvent('TermSuspended', {
        step: step.id,
        ground: ground.code,
        source: ground.source,
        waitingFor: { kind: waitingFor.kind, name: waitingFor.name },
        firstDay,
        until,
      }),
    );
  },
  ({ command, background }) => {
    const ground = suspensionGround(background.rules, command.ground);
    if (!ground) return rejected('ground-unknown', { ground: command.ground });
    const { firstDay, until, waitingFor } = command;
    if (ground.setTime === 'required' && until === undefined) {
      return rejected('until-required', { ground: ground.code, source: ground.source });
    }
    return until !== undefined && until < firstDay
      ? rejected('until-before-first-day', { firstDay, until })
      : outsiderNamed(waitingFor);
  },
);
