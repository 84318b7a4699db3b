import { accepted } from '#event-sourcing/decider';
import { nearestEdition, ruleOn, type RuleBook } from '#calendar/rule-book/rule-book';
import { inForceFrom } from '#calendar/term-rule';
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

/** Names the edition that begins after that day or, when none does, the last that ended before it. */
function noTerm(rules: RuleBook, { rule, from }: NonNullable<PlanStep['term']>): Refusal {
  const edition = nearestEdition(rules, rule, from);
  if (!edition) return rejected('term-rule-unknown', { rule });
  const { source, version, validUntil: inForceUntil = null } = edition;
  const details = { rule, source, from, inForceFrom: inForceFrom(edition) ?? version, inForceUntil };
  return rejected('term-rule-not-in-force', details);
}

function badInput({ owner, actor, agreed, term }: PlanStep, rules: RuleBook): Refusal {
  if (owner !== actor.partner && !agreed) return rejected('agreed-required', { owner });
  return term && !ruleOn(rules, term.rule, term.from) ? noTerm(rules, term) : undefined;
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
export const planStep: Decide<'plan-step'> = (command, casus, known, { rules }) => {
  const { actor, owner, occurredAt, term, after = [] } = command;
  const refused =
    stepsExist(
      casus,
      after.map(({ step }) => step).filter((step) => step !== command.step),
    ) ??
    badInput(command, rules) ??
    mayPlan({ casus, actor, at: momentOf(command) }, owner) ??
    isFree(known.steps, command.step) ??
    notAfterItself(command) ??
    needsBasis(casus, owner, occurredAt, command.override) ??
    confirmerTakesPart(casus, command);
  if (refused) return refused;
  const rule = term && ruleOn(rules, term.rule, term.from);
  return accepted(
    casusEvent('StepPlanned', {
      step: referenceFor('S', known.steps, command.step),
      title: command.title,
      category: command.category,
      owner,
      agreed: command.agreed,
      after: after.map(({ step, outcome }) => ({ step, outcome })),
      term: term && rule && { rule, from: term.from, calendar: rules.calendar },
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
