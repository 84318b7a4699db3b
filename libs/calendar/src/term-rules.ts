import { administrativeLawRules } from '#calendar/administrative-law-rules';
import { agreedRules } from '#calendar/agreed-rules';
import { supportRules } from '#calendar/support-rules';
import type { LocalDate } from '#calendar/local-date';
import type { TermRule } from '#calendar/term-rule';

/** Every rule by which a term can run. */
export const termRules: readonly TermRule[] = [...supportRules, ...administrativeLawRules, ...agreedRules];

const byCode = new Map(termRules.map((rule) => [rule.code, rule]));

/** The rule of a code such as `AWB-413-8W`; undefined when there is none. */
export const termRule = (code: string): TermRule | undefined => byCode.get(code);

/** Whether the law itself sets the term, so that it runs whatever the state of its step. */
export const isStatutory = ({ nature }: TermRule): boolean => nature === 'statutory' || nature === 'derived';

/** Whether a term may run by this rule from `day` on. Norms and agreements need no Act to be in force. */
export const inForceOn = (rule: TermRule, day: LocalDate): boolean =>
  !isStatutory(rule) || day >= (rule.validFrom ?? rule.version);
