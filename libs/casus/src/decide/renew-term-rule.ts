import { accepted } from '#event-sourcing/decider';
import type { Instant } from '#event-sourcing/instant';
import { localDateOf } from '#calendar/local-date';
import { ruleOn, type RuleBook } from '#calendar/rule-book/rule-book';
import { isSameCalendar } from '#calendar/term-calendar';
import { isStatutory } from '#calendar/term-rule';
import { breachOf, stepTermDays } from '#casus/clocks/step-clock';
import type { Decide, Refusal } from '#casus/decide/decide';
import { municipalOwner } from '#casus/decide/municipal-owner';
import { onStep } from '#casus/decide/on-step';
import { owner, type Attempt } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';
import type { Step, StepTerm } from '#casus/step';

/** A term of the law is the public body's; a norm or an agreement is whose step it is. */
const mayRenew = (attempt: Attempt, step: Step): Refusal =>
  (step.term && isStatutory(step.term.rule) ? municipalOwner : owner)(attempt, step);

/** What the rule book has for this term by now; undefined when that is what it runs by already. */
function newerTerm({ rules }: { readonly rules: RuleBook }, term: StepTerm, at: Instant): StepTerm | undefined {
  const { calendar } = rules;
  const found = ruleOn(rules, term.rule.code, localDateOf(at));
  const rule = found && found.version > term.rule.version ? found : term.rule;
  return rule === term.rule && isSameCalendar(calendar, term.calendar) ? undefined : { ...term, rule, calendar };
}

/** Nothing that has passed is moved, and nobody becomes late after the fact. */
function inTime(step: Step, renewed: StepTerm, at: Instant): Refusal {
  const { lastDay = null } = stepTermDays(step) ?? {};
  if (lastDay && at >= breachOf(lastDay)) {
    return rejected('term-has-passed', { lastDay, source: renewed.rule.source });
  }
  const { lastDay: next = null } = stepTermDays({ ...step, term: renewed }) ?? {};
  return next && at >= breachOf(next)
    ? rejected('renewed-term-has-passed', { lastDay: next, source: renewed.rule.source })
    : undefined;
}

/** Applies the newest edition of its rule, and the calendar of today, to a running term. */
export const renewTermRule: Decide<'renew-term-rule'> = onStep(
  'renew-term-rule',
  mayRenew,
  ({ command, step, background }) => {
    const { occurredAt, reason } = command;
    const { term } = step;
    if (!term) return rejected('no-term', { step: step.id });
    const renewed = newerTerm(background, term, occurredAt);
    if (!renewed) {
      const { code: rule, source, version } = term.rule;
      return rejected('no-newer-rule', { rule, source, version, calendar: term.calendar.version });
    }
    const { rule, calendar } = renewed;
    return (
      inTime(step, renewed, occurredAt) ??
      accepted(casusEvent('TermRuleRenewed', { step: step.id, rule, calendar, reason }))
    );
  },
);
