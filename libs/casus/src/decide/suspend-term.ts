import { accepted } from '#event-sourcing/decider';
import { suspensionGround } from '#calendar/rule-book/rule-book';
import { outsiderNamed } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** Suspends the running term of a step on a ground of the law (Awb 4:15). The step waits for the party named. */
export const suspendTerm: Decide<'suspend-term'> = onStep(
  'suspend-term',
  municipalOwner,
  ({ command, step, background }) => {
    const { waitingFor, firstDay, until } = command;
    const rule = step.term?.rule;
    const ground = suspensionGround(background.rules, command.ground);
    if (!ground) return rejected('ground-unknown', { ground: command.ground });
    if (!rule) return rejected('no-term', { step: step.id });
    if (!rule.suspendable) return rejected('term-not-suspendable', { rule: rule.code, source: rule.source });
    const last = step.suspensions.at(-1);
    const of = { rule: rule.code, source: ground.source };
    if (last && (last.until === undefined || firstDay <= last.until)) {
      return rejected('suspension-overlaps', { ...of, firstDay: last.firstDay, lastDay: last.until ?? null });
    }
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
