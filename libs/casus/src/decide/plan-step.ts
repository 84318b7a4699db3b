import { accepted } from '#event-sourcing/decider';
import { inForceOn } from '#calendar/term-rule';
import { termRule } from '#calendar/term-rules';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import { isFree, needsBasis, referenceFor, stepsExist } from '#casus/decide/checks';
import type { Decide, Refusal } from '#casus/decide/decide';
import { isDirector, participant, type Attempt } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { takesPart } from '#casus/taking-part';

type PlanStep = Command<'plan-step'>;

/** Working days between acts that is normal for a step, when it does not say. */
const USUAL_RHYTHM = 10;

function badInput({ owner, actor, agreed, term }: PlanStep): Refusal {
  if (owner !== actor.partner && !agreed) return rejected('agreed-required', { owner });
  if (!term) return undefined;
  const rule = termRule(term.rule);
  if (!rule) return rejected('term-rule-unknown', { rule: term.rule });
  const { code, source, version, validFrom = version } = rule;
  return inForceOn(rule, term.from)
    ? undefined
    : rejected('term-rule-not-in-force', { rule: code, source, from: term.from, inForceFrom: validFrom });
}

const mayPlan = (attempt: Attempt, owner: string): Refusal => {
  if (isDirector(attempt)) return undefined;
  return participant(attempt) ?? (owner === attempt.actor.partner ? undefined : rejected('not-for-others', { owner }));
};

const confirmerTakesPart = (casus: Casus, command: PlanStep): Refusal =>
  command.confirmedBy === undefined || takesPart(casus, command.confirmedBy, momentOf(command))
    ? undefined
    : rejected('no-basis', { partner: command.confirmedBy });

const notAfterItself = ({ step, after = [] }: PlanStep): Refusal =>
  step !== undefined && after.some((item) => item.step === step)
    ? rejected('dependency-cycle', { cycle: [step, step] })
    : undefined;

/** Plans a step: for oneself, or by the director for another partner with which it was agreed. */
export const planStep: Decide<'plan-step'> = (command, casus, known) => {
  const { actor, owner, occurredAt, term, after = [] } = command;
  const refused =
    stepsExist(
      casus,
      after.map(({ step }) => step).filter((step) => step !== command.step),
    ) ??
    badInput(command) ??
    mayPlan({ casus, actor, at: momentOf(command) }, owner) ??
    isFree(known.steps, command.step) ??
    notAfterItself(command) ??
    needsBasis(casus, owner, occurredAt, command.override) ??
    confirmerTakesPart(casus, command);
  if (refused) return refused;
  const rule = term && termRule(term.rule);
  return accepted(
    casusEvent('StepPlanned', {
      step: referenceFor('S', known.steps, command.step),
      title: command.title,
      category: command.category,
      owner,
      agreed: command.agreed,
      after: after.map(({ step, outcome }) => ({ step, outcome })),
      term: term && rule && { rule: rule.code, from: term.from, ruleVersion: rule.version },
      target: command.target,
      notBefore: command.notBefore,
      product: command.product,
      confirmedBy: command.confirmedBy,
      rhythm: command.rhythm ?? USUAL_RHYTHM,
      harm: command.harm && { what: command.harm.what, dates: [...command.harm.dates] },
      financing: command.financing,
      legalBasis: command.legalBasis,
      override: command.override,
    }),
  );
};
