import * as v from 'valibot';
import { code, date, length, map, RULE_ENTRIES, words } from '#calendar/rule-book/rule-form';

const suspensionGround = map({
  code,
  source: words,
  setTime: v.exactOptional(v.literal('required', 'required, or nothing')),
});

const extensionGround = map({
  code,
  source: words,
  atMost: v.exactOptional(length),
  rules: v.exactOptional(v.pipe(v.array(code, 'a list of codes of rules'), v.minLength(1, 'a list that is not empty'))),
});

const equatedDay = map({ day: date, decision: words, published: date });

/** A rule file as it is written. */
export const ruleFile = map({
  rules: v.pipe(
    v.array(map({ ...RULE_ENTRIES, startsAtEndOf: v.exactOptional(code) }), 'a list of rules'),
    v.minLength(1, 'a list with at least one rule'),
  ),
  suspensionGrounds: v.array(suspensionGround, 'a list of grounds, perhaps empty'),
  extensionGrounds: v.array(extensionGround, 'a list of grounds, perhaps empty'),
  equatedDays: v.array(equatedDay, 'a list of days, perhaps empty'),
});

export type RuleFile = v.InferOutput<typeof ruleFile>;
