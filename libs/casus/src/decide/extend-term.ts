import { accepted } from '#event-sourcing/decider';
import { rawEnd } from '#calendar/last-day';
import { extensionGround, mayExtend, type ExtensionGround } from '#calendar/rule-book/rule-book';
import { calendarOfTerm } from '#calendar/term-calendar';
import { breachOf, stepTermDays } from '#casus/clocks/step-clock';
import type { Command } from '#casus/commands';
import type { Decide, Refusal } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import type { Step, StepTerm } from '#casus/step';

type ExtendTerm = Command<'extend-term'>;

/**
 * While the last day is known and has not passed, to a later one, and by no more than the ground allows. A suspension
 * without an end leaves no last day to move: resumed first, it gives one.
 */
function mayMoveTo(step: Step, { rule, calendar }: StepTerm, by: ExtensionGround, command: ExtendTerm): Refusal {
  const { code, source, atMost } = by;
  const { lastDay: to, occurredAt } = command;
  const lastDay = stepTermDays(step)?.lastDay;
  if (!lastDay) {
    const running = step.suspensions.find(({ until }) => until === undefined);
    return running
      ? rejected('last-day-unknown', { rule: rule.code, ground: running.ground, firstDay: running.firstDay, source })
      : rejected('term-not-extendable', { rule: rule.code, source: rule.source, ground: code });
  }
  if (occurredAt >= breachOf(lastDay)) return rejected('term-has-passed', { lastDay, source });
  if (to <= lastDay) return rejected('extension-not-later', { lastDay, given: to, source });
  const latest = atMost && rawEnd(lastDay, atMost, calendarOfTerm(calendar));
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
    const { term } = step;
    if (!term) return rejected('no-term', { step: step.id });
    const { rule } = term;
    if (!mayExtend(rule, ground)) {
      return rejected('term-not-extendable', { rule: rule.code, source: rule.source, ground: code });
    }
    if (step.extensions.some((extension) => extension.ground === code)) {
      return rejected('already-extended', { rule: rule.code, ground: code, source });
    }
    return (
      mayMoveTo(step, term, ground, command) ??
      accepted(casusEvent('TermExtended', { step: step.id, ground: code, source, lastDay, reason }))
    );
  },
  ({ command, background }) =>
    extensionGround(background.rules, command.ground)
      ? undefined
      : rejected('ground-unknown', { ground: command.ground }),
);
