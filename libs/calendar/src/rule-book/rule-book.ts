import type { LocalDate } from '#calendar/local-date';
import type { RuleFile } from '#calendar/rule-book/rule-file-form';
import { termCalendar, type TermCalendar } from '#calendar/term-calendar';
import { inForceFrom, inForceOn, isStatutory, type TermRule } from '#calendar/term-rule';

/** One edition of a rule as the book has it: the rule at whose end it starts stands by its code. */
export type RuleEdition = RuleFile['rules'][number];

/** Why a statutory clock may stand still: a legal act, and the only thing that stops one (Awb 4:15). */
export type SuspensionGround = RuleFile['suspensionGrounds'][number];

/** Why the last day of a statutory or derived term may move otherwise: once per ground, before the old one has passed. */
export type ExtensionGround = RuleFile['extensionGrounds'][number];

/** The rules by which terms begin today, in all their editions, and the calendar that goes with them. */
export interface RuleBook {
  readonly editions: readonly RuleEdition[];
  readonly suspensionGrounds: readonly SuspensionGround[];
  readonly extensionGrounds: readonly ExtensionGround[];
  readonly calendar: TermCalendar;
}

/** A book without rules, by which no term can begin. */
export const NO_RULES: RuleBook = {
  editions: [],
  suspensionGrounds: [],
  extensionGrounds: [],
  calendar: termCalendar([], undefined),
};

const byFirstDay = (a: RuleEdition, b: RuleEdition): number =>
  (inForceFrom(a) ?? '') < (inForceFrom(b) ?? '') ? -1 : 1;

/** The editions of a rule, the oldest first; empty where there is no such rule. */
export const editionsOf = ({ editions }: RuleBook, code: string): readonly RuleEdition[] =>
  editions.filter((edition) => edition.code === code).sort(byFirstDay);

/** The edition of a rule by which a term may run from `day` on, whole; undefined when none is in force. */
export function ruleOn(book: RuleBook, code: string, day: LocalDate): TermRule | undefined {
  const edition = book.editions.find((one) => one.code === code && inForceOn(one, day));
  if (!edition) return undefined;
  const { startsAtEndOf, ...rule } = edition;
  if (startsAtEndOf === undefined) return rule;
  const earlier = ruleOn(book, startsAtEndOf, day);
  return earlier && { ...rule, startsAtEndOf: earlier };
}

/** Where none is in force on `day`: the edition that begins first after it, else the last; undefined without such a rule. */
export function nearestEdition(book: RuleBook, code: string, day: LocalDate): RuleEdition | undefined {
  const editions = editionsOf(book, code);
  return editions.find((edition) => (inForceFrom(edition) ?? day) > day) ?? editions.at(-1);
}

/** The ground of suspension of a code such as `AWB-415-AANVULLING`; undefined when there is none. */
export const suspensionGround = (book: RuleBook, code: string): SuspensionGround | undefined =>
  book.suspensionGrounds.find((ground) => ground.code === code);

/** The ground of extension of a code such as `AWB-710-VERDAGING`; undefined when there is none. */
export const extensionGround = (book: RuleBook, code: string): ExtensionGround | undefined =>
  book.extensionGrounds.find((ground) => ground.code === code);

/** Whether the last day of a term by this rule may be moved on this ground. */
export const mayExtend = (rule: TermRule, { rules }: ExtensionGround): boolean =>
  rules
    ? rules.includes(rule.code)
    : isStatutory(rule) && (rule.binds === 'municipality' || rule.binds === 'public-body');
