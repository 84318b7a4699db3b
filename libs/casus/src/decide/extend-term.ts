import { accepted } from '#event-sourcing/decider';
import type { Instant } from '#event-sourcing/instant';
import { rawEnd } from '#calendar/last-day';
import type { LocalDate } from '#calendar/local-date';
import { extensionGround, mayExtend, type ExtensionGround } from '#calendar/rule-book/rule-book';
import { calendarOfTerm } from '#calendar/term-calendar';
import { breachOf, stepTermDays } from '#casus/clocks/step-clock';
import type { Decide, Refusal } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import type { Step } from '#casus/step';

/** Before the old last day has passed, to a later one, and by no more than the ground allows. */
function mayMoveTo(step: Step, { source, atMost }: ExtensionGround, to: LocalDate, occurredAt: Instant): Refusal {
  const lastDay = stepTermDays(step)?.lastDay;
  if (!lastDay || !step.term) return undefined;
  if (occurredAt >= breachOf(lastDay)) return rejected('term-has-passed', { lastDay, source });
  if (to <= lastDay) return rejected('extension-not-later', { lastDay, given: to, source });
  const latest = atMost && rawEnd(lastDay, atMost, calendarOfTerm(step.term.calendar));
  return latest !== undefined && to > latest
    ? rejected('extension-too-long', { latest, given: to, source })
    : undefined;
}

/** Moves the last day of a term on a ground of the law, once per ground. */
export const extendTerm: Decide<'extend-term'> = onStep(
  'extend-term',
  municipalOwner,
  ({ command, step, background }) => {
    const { lastDay, reason } = command;
    const ground = extensionGround(background.rules, command.ground);
    if (!ground) return rejected('ground-unknown', { ground: command.ground });
    const { code, source } = ground;
    const rule = step.term?.rule;
    if (!rule) return rejected('no-term', { step: step.id });
    if (!mayExtend(rule, ground)) {
      return rejected('term-not-extendable', { rule: rule.code, source: rule.source, ground: code });
    }
    if (step.extensions.some((extension) => extension.ground === code)) {
      return rejected('already-extended', { rule: rule.code, ground: code, source });
    }
    return (
      mayMoveTo(step, ground, lastDay, command.occurredAt) ??
      accepted(casusEvent('TermExtended', { step: step.id, ground: code, source, lastDay, reason }))
    );
  },
  ({ command, background }) =>
    extensionGround(background.rules, command.ground)
      ? undefined
      : rejected('ground-unknown', { ground: command.ground }),
);
