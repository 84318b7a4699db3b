import { editionsOf, ruleOn } from '#calendar/rule-book/rule-book';
import { localDate } from '#calendar/local-date';
import { calendarOfTerm } from '#calendar/term-calendar';
import { termDays } from '#calendar/term-days';
import { isWorkingDay, nationalCalendar } from '#calendar/working-days';
import { loadRules, parseRules, WrongRules } from '#platform/rule-file';

/** A rule file that is right, with a line for each key, so that a specification can spoil one. */
const RIGHT = `rules:
  - code: OLD
    nature: statutory
    length: { amount: 6, unit: weeks }
    binds: municipality
    source: Wet art. 1
    version: 2026-01-01
    validUntil: 2026-12-31
  - code: OLD
    nature: statutory
    length: { amount: 5, unit: weeks }
    binds: municipality
    source: Wet art. 1 (nieuw)
    version: 2027-01-01
  - code: AFTER
    nature: statutory
    length: { amount: 2, unit: weeks }
    binds: public-body
    source: Wet art. 2
    version: 2026-01-01
    startsAtEndOf: OLD
suspensionGrounds:
  - { code: STOP, source: Wet art. 3, setTime: required }
extensionGrounds:
  - code: LATER
    source: Wet art. 4
    rules: [OLD, AFTER]
equatedDays:
  - { day: 2027-05-07, decision: Stb. 2026 nr. 1, published: 2026-12-01 }
`;

function faultsOf(text: string): readonly string[] {
  try {
    parseRules('rules.yaml', text);
  } catch (error) {
    if (error instanceof WrongRules) return error.faults;
    throw error;
  }
  return [];
}

const swap = (from: string, to: string): string => {
  expect(RIGHT).toContain(from);
  return RIGHT.replace(from, to);
};

describe('a rule file', () => {
  it('that is right gives the edition that is in force on a day, with the one at whose end it starts', () => {
    const book = parseRules('rules.yaml', RIGHT);
    expect(ruleOn(book, 'OLD', localDate('2026-12-31'))?.length).toEqual({ amount: 6, unit: 'weeks' });
    expect(ruleOn(book, 'OLD', localDate('2027-01-01'))?.length).toEqual({ amount: 5, unit: 'weeks' });
    expect(ruleOn(book, 'OLD', localDate('2025-12-31'))).toBeUndefined();
    expect(ruleOn(book, 'NONE', localDate('2026-12-31'))).toBeUndefined();
    expect(ruleOn(book, 'AFTER', localDate('2027-01-01'))?.startsAtEndOf?.version).toBe('2027-01-01');
    expect(editionsOf(book, 'OLD').map(({ version }) => version)).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('equates days with holidays: a statutory term does not end on one', () => {
    const book = parseRules('rules.yaml', RIGHT);
    const calendar = calendarOfTerm(book.calendar);
    expect(book.calendar).toEqual({ version: 'nl-2010-10-10+2026-12-01', equatedDays: ['2027-05-07'] });
    expect(isWorkingDay(localDate('2027-05-07'), calendar)).toBe(false);
    expect(calendarOfTerm({ ...book.calendar })).toBe(calendar);
    const rule = ruleOn(book, 'OLD', localDate('2026-06-01'));
    if (!rule) throw new Error('no rule');
    const from = localDate('2027-03-26');
    expect(termDays({ rule, from }, nationalCalendar).lastDay).toBe('2027-05-07');
    expect(termDays({ rule, from }, calendar).lastDay).toBe('2027-05-10');
  });

  it.each<[what: string, text: string, fault: string]>([
    [
      'an unknown key',
      swap('    source: Wet art. 2\n', '    source: x\n    sauce: y\n'),
      '20: rules[2].sauce: is no key here; right: one of the keys code, nature, length, binds, source, version, validFrom, validUntil, kind, suspendable, adjournAtMost, warnAfter, penalty, onLapse, startsAtEndOf',
    ],
    [
      'a missing key',
      swap('    binds: public-body\n', ''),
      '15: rules[2].binds: is missing; right: this key, which cannot be left out',
    ],
    [
      'an unknown unit',
      swap('amount: 2, unit: weeks', 'amount: 2, unit: years'),
      '17: rules[2].length.unit: is "years"; right: one of days, weeks, months, working-days',
    ],
    [
      'a missing amount',
      swap('{ amount: 2, unit: weeks }', '{ unit: weeks }'),
      '17: rules[2].length.amount: is missing; right: this key, which cannot be left out',
    ],
    [
      'an amount that is none',
      swap('amount: 2,', 'amount: 0,'),
      '17: rules[2].length.amount: is 0; right: a whole number from 1 to 5200',
    ],
    [
      'a length that is none',
      swap('{ amount: 2, unit: weeks }', 'soon'),
      '17: rules[2].length: is "soon"; right: an amount and a unit, or without-delay',
    ],
    [
      'an unknown nature',
      swap('nature: statutory', 'nature: holy'),
      '3: rules[0].nature: is "holy"; right: one of statutory, derived, norm, agreement',
    ],
    [
      'a bad code',
      swap('code: AFTER', 'code: after'),
      '15: rules[2].code: is "after"; right: a code in capitals, digits and hyphens, such as AWB-413-8W',
    ],
    [
      'a day that does not exist',
      swap('version: 2027-01-01', 'version: 2027-02-30'),
      '14: rules[1].version: is "2027-02-30"; right: a day that exists, as YYYY-MM-DD',
    ],
    [
      'an edition twice',
      swap('version: 2027-01-01', 'version: 2026-01-01\n    validFrom: 2027-01-01'),
      '14: rules[1].version: OLD has an edition of 2026-01-01 already; right: another date, or one edition less',
    ],
    [
      'editions that overlap',
      swap('validUntil: 2026-12-31', 'validUntil: 2027-01-01'),
      '9: rules[1]: this edition of OLD holds in part at the same time as that of 2026-01-01; right: a validFrom after the validUntil of the edition before it',
    ],
    [
      'a validity that ends before it begins',
      swap('startsAtEndOf: OLD', 'validUntil: 2025-12-31'),
      '21: rules[2].validUntil: lies before the first day of validity, 2026-01-01; right: that day or a later one',
    ],
    [
      'a start at the end of nothing',
      swap('startsAtEndOf: OLD', 'startsAtEndOf: GONE'),
      '21: rules[2].startsAtEndOf: there is no rule GONE; right: the code of a rule in this file',
    ],
    [
      'a start in a circle',
      swap('startsAtEndOf: OLD', 'startsAtEndOf: AFTER'),
      '21: rules[2].startsAtEndOf: comes back to AFTER itself; right: a rule that starts without this one',
    ],
    [
      'a start at an end that is none',
      swap('{ amount: 6, unit: weeks }', 'without-delay'),
      '21: rules[2].startsAtEndOf: OLD has no length, so no end; right: a rule with an amount and a unit',
    ],
    [
      'a start at the end of a rule that no longer holds',
      swap('version: 2027-01-01', 'version: 2027-01-02'),
      '21: rules[2].startsAtEndOf: OLD has no edition that holds on 2027-01-01; right: a rule that holds all the while',
    ],
    [
      'a ground twice',
      swap(
        'code: STOP, source: Wet art. 3, setTime: required }',
        'code: STOP, source: x }\n  - { code: STOP, source: y }',
      ),
      '24: suspensionGrounds[1].code: there is a ground STOP already; right: another code',
    ],
    [
      'a ground for an unknown rule',
      swap('[OLD, AFTER]', '[OLD, GONE]'),
      '27: extensionGrounds[0].rules[1]: there is no rule GONE; right: the code of a rule in this file',
    ],
    [
      'a day equated twice',
      `${RIGHT}  - { day: 2027-05-07, decision: x, published: 2026-12-02 }\n`,
      '30: equatedDays[1].day: 2027-05-07 stands here already; right: each day once',
    ],
    [
      'a day equated that is a holiday already',
      swap('day: 2027-05-07', 'day: 2027-05-06'),
      '29: equatedDays[0].day: 2027-05-06 is a Saturday, a Sunday or a recognised holiday; right: a day that is none of these',
    ],
    [
      'no map',
      'rules',
      '1: the file: is "rules"; right: a map of rules, suspensionGrounds, extensionGrounds, equatedDays',
    ],
    [
      'an empty list of rules',
      'rules: []\nsuspensionGrounds: []\nextensionGrounds: []\nequatedDays: []\n',
      '1: rules: is a list; right: a list with at least one rule',
    ],
  ])('with %s is refused with the line', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([`rules.yaml:${fault}`]);
  });

  it('that is no YAML, or says a key twice, is refused with the line', () => {
    expect(faultsOf(swap('    nature: statutory\n', '    nature: [statutory\n'))[0]).toMatch(/^rules\.yaml:\d+: /);
    expect(faultsOf(swap('    binds: public-body\n', '    binds: resident\n    binds: resident\n'))).toEqual([
      expect.stringMatching(/^rules\.yaml:19: .*unique/),
    ]);
    expect(faultsOf('rules: *nowhere')).toEqual([expect.stringMatching(/^rules\.yaml:1: /)]);
  });

  it('with several faults names them all, in the order of their lines', () => {
    const twice = swap('nature: statutory', 'nature: holy').replace(
      'unit: weeks }\n    binds: public-body',
      'unit: years }\n    binds: god',
    );
    expect(faultsOf(twice).map((fault) => fault.split(':')[1])).toEqual(['3', '17', '18']);
  });

  it('that is not there is named', () => {
    expect(() => loadRules('no-such-file.yaml')).toThrow('the rule file no-such-file.yaml cannot be read (ENOENT)');
  });
});

describe('the rules that come with the product', () => {
  const book = loadRules();

  it('are twenty-two, with no days equated', () => {
    expect(new Set(book.editions.map(({ code }) => code)).size).toBe(22);
    expect(calendarOfTerm(book.calendar)).toBe(nationalCalendar);
    expect(book.calendar.version).toBe(nationalCalendar.version);
  });
});
