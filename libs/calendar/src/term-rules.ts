import { administrativeLawRules } from '#calendar/administrative-law-rules';
import { agreedRules } from '#calendar/agreed-rules';
import { supportRules } from '#calendar/support-rules';
import {
  extensionGrounds,
  suspensionGrounds,
  type ExtensionGround,
  type SuspensionGround,
} from '#calendar/term-grounds';
import { isStatutory, type TermRule } from '#calendar/term-rule';

/** Every rule by which a term can run. */
export const termRules: readonly TermRule[] = [...supportRules, ...administrativeLawRules, ...agreedRules];

const byCode = new Map(termRules.map((rule) => [rule.code, rule]));
const suspensions = new Map(suspensionGrounds.map((ground) => [ground.code, ground]));
const extensions = new Map(extensionGrounds.map((ground) => [ground.code, ground]));

/** The rule of a code such as `AWB-413-8W`; undefined when there is none. */
export const termRule = (code: string): TermRule | undefined => byCode.get(code);

/** The ground of suspension of a code such as `AWB-415-AANVULLING`; undefined when there is none. */
export const suspensionGround = (code: string): SuspensionGround | undefined => suspensions.get(code);

/** The ground of extension of a code such as `AWB-710-VERDAGING`; undefined when there is none. */
export const extensionGround = (code: string): ExtensionGround | undefined => extensions.get(code);

/** Whether the last day of a term by this rule may be moved on this ground. False too when there is no such ground. */
export function mayExtend(rule: TermRule, groundCode: string): boolean {
  const ground = extensionGround(groundCode);
  if (!ground) return false;
  if (ground.rules) return ground.rules.includes(rule.code);
  return isStatutory(rule) && (rule.binds === 'municipality' || rule.binds === 'public-body');
}
