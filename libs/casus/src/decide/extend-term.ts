import { accepted } from '#event-sourcing/decider';
import { extensionGround, mayExtend, termRule } from '#calendar/term-rules';
import type { Decide } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

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
    if (step.extensions.some((extension) => extension.ground === ground))
      return rejected('already-extended', { ground });
    return accepted(casusEvent('TermExtended', { step: step.id, ground, lastDay, reason }));
  },
  ({ command }) =>
    extensionGround(command.ground) ? undefined : rejected('ground-unknown', { ground: command.ground }),
);
