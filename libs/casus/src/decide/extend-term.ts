import { accepted } from '#event-sourcing/decider';
import type { Instant } from '#event-sourcing/instant';
import { rawEnd } from '#calendar/last-day';
import type { LocalDate } from '#calendar/local-date';
import { nationalCalendar } from '#calendar/working-days';
import { extensionGround, mayExtend, termRule } from '#calendar/term-rules';
import { breachOf, stepTermDays } from '#casus/clocks/step-clock';
import type { Decide, Refusal } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import type { Step } from '#casus/step';

/** Before the old last day has passed, to a later one, and by no more than the ground allows. */
function mayMoveTo(step: Step, code: string, to: LocalDate, occurredAt: Instant): Refusal {
  const lastDay = stepTermDays(step)?.lastDay;
  const ground = extensionGround(code);
  if (!lastDay || !ground) return undefined;
  const { source, atMost } = ground;
  if (occurredAt >= breachOf(lastDay)) return rejected('term-has-passed', { lastDay, source });
  if (to <= lastDay) return rejected('extension-not-later', { lastDay, given: to });
  const latest = atMost && rawEnd(lastDay, atMost, nationalCalendar);
  return latest !== null && to > latest ? rejected('extension-too-long', { latest, given: to, source }) : undefined;
}

/** Moves the last day of a term on a ground of the law, once per ground. */
export const extendTerm: Decide<'extend-term'> = onStep(
  'extend-term',
  municipalOwner,
  ({ command, step }) => {
    const { ground, lastDay, reason } = command;
    const rule = step.term && termRule(step.term.rule);
    if (!rule) return rejected('no-term', { step: step.id });
    if (!mayExtend(rule, ground)) {
      return rejected('term-not-extendable', { rule: rule.code, source: rule.source, ground });
    }
    if (step.extensions.some((extension) => extension.ground === ground)) {
      return rejected('already-extended', { ground });
    }
    return (
      mayMoveTo(step, ground, lastDay, command.occurredAt) ??
      accepted(casusEvent('TermExtended', { step: step.id, ground, lastDay, reason }))
    );
  },
  ({ command }) =>
    extensionGround(command.ground) ? undefined : rejected('ground-unknown', { ground: command.ground }),
);
