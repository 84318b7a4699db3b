import * as v from 'valibot';
import { isLocalDate, type LocalDate } from '#calendar/local-date';
import type { TermCalendar } from '#calendar/term-calendar';
import { BOUND, TERM_NATURES, TERM_UNITS, type TermRule } from '#calendar/term-rule';

/** A hundred years in weeks, more than any law asks. */
const MOST = 5200;

const oneOf = (options: readonly string[]): string => `one of ${options.join(', ')}`;

/** A map with these keys and no others; its messages say what would be right. */
export const map = <Entries extends v.ObjectEntries>(entries: Entries) => {
  const keys = Object.keys(entries).join(', ');
  return v.strictObject(entries, ({ expected }) => {
    if (expected === 'never') return `one of the keys ${keys}`;
    return expected === 'Object' ? `a map of ${keys}` : 'this key, which cannot be left out';
  });
};

export const code = v.pipe(
  v.string('a code in capitals'),
  v.regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/, 'a code in capitals, digits and hyphens, such as AWB-413-8W'),
);
export const words = v.pipe(v.string('a text'), v.trim(), v.minLength(1, 'a text that is not empty'));
export const date = v.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'a day that exists, as YYYY-MM-DD',
);

const wholeNumber = (right: string) =>
  v.pipe(v.number(right), v.integer(right), v.minValue(1, right), v.maxValue(MOST, right));

export const length = map({
  amount: wholeNumber(`a whole number from 1 to ${MOST}`),
  unit: v.picklist(TERM_UNITS, oneOf(TERM_UNITS)),
});

const withoutDelay = v.literal('without-delay', 'an amount and a unit, or without-delay');

const amount = wholeNumber('a whole number of 1 or more');

/** What an edition of a rule consists of, besides the rule at whose end it starts. */
export const RULE_ENTRIES = {
  code,
  nature: v.picklist(TERM_NATURES, oneOf(TERM_NATURES)),
  // A text can only be meant as the one, a map as the other: so the message is about what was meant.
  length: v.lazy((given) => (typeof given === 'object' && given !== null ? length : withoutDelay)),
  binds: v.picklist(BOUND, oneOf(BOUND)),
  source: words,
  version: date,
  validFrom: v.exactOptional(date),
  validUntil: v.exactOptional(date),
  kind: v.exactOptional(v.literal('earliest', 'earliest, or nothing')),
  suspendable: v.exactOptional(v.literal(true, 'true, or nothing')),
  adjournAtMost: v.exactOptional(length),
  warnAfter: v.exactOptional(length),
  penalty: v.exactOptional(
    map({
      scale: v.pipe(
        v.array(map({ days: amount, eurosPerDay: amount }), 'a list of days and eurosPerDay'),
        v.minLength(1, 'a list that is not empty'),
      ),
      mostEuros: amount,
    }),
  ),
  onLapse: v.exactOptional(words),
};

/** A calendar as an event keeps it. */
export const recordedCalendar: v.GenericSchema<unknown, TermCalendar> = v.strictObject({
  version: words,
  equatedDays: v.array(date),
});

/** A rule as an event keeps it: whole, with the rule at whose end it starts. */
export const recordedRule: v.GenericSchema<unknown, TermRule> = v.strictObject({
  ...RULE_ENTRIES,
  startsAtEndOf: v.exactOptional(v.lazy(() => recordedRule)),
});
