import { localDate } from '#calendar/local-date';
import {
  extensionGround,
  mayExtend,
  nearestEdition,
  NO_RULES,
  ruleOn,
  suspensionGround,
} from '#calendar/rule-book/rule-book';
import { isStatutory } from '#calendar/term-rule';
import { loadRules } from '#platform/rule-file';

const book = loadRules();
const { editions, suspensionGrounds, extensionGrounds } = book;
const ruleOf = (code: string) => ruleOn(book, code, localDate('2026-11-20'));

const inBrief = (code: string) => {
  const rule = ruleOf(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const length = rule.length === 'without-delay' ? rule.length : `${rule.length.amount} ${rule.length.unit}`;
  return `${rule.nature}, ${length}, ${rule.binds}`;
};

describe('the rules that come with the product', () => {
  it.each([
    ['WMO-232-ONDERZOEK', 'statutory, 6 weeks, municipality'],
    ['WMO-232-PLAN', 'statutory, 7 days, resident'],
    ['WMO-233-SPOED', 'statutory, without-delay, municipality'],
    ['WMO-235-BESCHIKKING', 'statutory, 2 weeks, municipality'],
    ['WMO-535-VERNIETIGING', 'statutory, 3 months, controller'],
    ['AWB-45-BUITEN', 'statutory, 4 weeks, public-body'],
    ['AWB-413-8W', 'derived, 8 weeks, public-body'],
    ['AWB-67-BEZWAAR', 'statutory, 6 weeks, resident'],
    ['AWB-710-BOB', 'statutory, 6 weeks, public-body'],
    ['AWB-710-COMMISSIE', 'statutory, 12 weeks, public-body'],
    ['AWB-417-DWANGSOM', 'statutory, 2 weeks, public-body'],
    ['WGS-4-GESPREK', 'statutory, 4 weeks, municipality'],
    ['WGS-4-SPOED', 'statutory, 3 working-days, municipality'],
    ['WGS-4A-BESCHIKKING', 'statutory, 8 weeks, municipality'],
    ['PW-41-ZOEKTERMIJN', 'statutory, 4 weeks, resident'],
    ['BRP-239-AANGIFTE', 'statutory, 5 days, resident'],
    ['AVG-12-3', 'statutory, 1 months, controller'],
    ['CIZ-6W', 'norm, 6 weeks, ciz'],
    ['TREEK-6W', 'norm, 6 weeks, care-provider'],
    ['AFSPRAAK-10WD', 'agreement, 10 working-days, anyone'],
    ['OVERDRACHT-3WD', 'agreement, 3 working-days, anyone'],
    ['STILSTAND-10WD', 'agreement, 10 working-days, anyone'],
  ])('%s: %s', (code, brief) => {
    expect(inBrief(code)).toBe(brief);
  });

  it('are twenty-two, each with a code of its own and a source', () => {
    expect(new Set(editions.map(({ code }) => code)).size).toBe(22);
    for (const { source } of editions) expect(source).not.toBe('');
  });

  it.each([
    ['AWB-413-8W', '2026-07-01', true],
    ['AWB-413-8W', '2026-06-30', false],
    ['BRP-239-AANGIFTE', '2026-07-01', false],
    ['AVG-12-3', '2018-05-25', true],
    ['AFSPRAAK-10WD', '2020-01-01', true],
  ])('%s on %s is in force: %s', (code, day, expected) => {
    expect(ruleOn(book, code, localDate(day)) !== undefined).toBe(expected);
  });

  it('count from the end of a rule that exists', () => {
    const later = editions.flatMap(({ startsAtEndOf }) => startsAtEndOf ?? []);
    expect(later).toEqual(['AWB-67-BEZWAAR', 'AWB-67-BEZWAAR']);
  });

  it('are statutory but for the norms and agreements', () => {
    expect(editions.filter((rule) => !isStatutory(rule))).toHaveLength(5);
  });

  it('may be suspended where Awb 4:15 says so', () => {
    expect(editions.filter((rule) => rule.suspendable).map(({ code }) => code)).toEqual([
      'WMO-235-BESCHIKKING',
      'AWB-413-8W',
      'AWB-710-BOB',
      'AWB-710-COMMISSIE',
    ]);
  });

  it('cap the penalty for 42 days at what they add up to', () => {
    const penalty = ruleOf('AWB-417-DWANGSOM')?.penalty;
    const sum = penalty?.scale.reduce((euros, part) => euros + part.days * part.eurosPerDay, 0);
    expect(sum).toBe(penalty?.mostEuros);
  });

  it('are nearest to a day on which they are not in force', () => {
    expect(nearestEdition(book, 'AWB-413-8W', localDate('2026-01-01'))?.version).toBe('2026-07-01');
    expect(nearestEdition(NO_RULES, 'AWB-413-8W', localDate('2026-01-01'))).toBeUndefined();
  });

  it('are not found by a code that does not exist', () => {
    expect(ruleOf('AWB-0')).toBeUndefined();
    expect(suspensionGround(book, 'AWB-413-8W')).toBeUndefined();
    expect(extensionGround(book, '')).toBeUndefined();
  });
});

describe('the grounds', () => {
  it('of suspension: only a request to complete the application sets a time', () => {
    expect(suspensionGrounds.map(({ code, setTime }) => [code, setTime === 'required'])).toEqual([
      ['AWB-415-AANVULLING', true],
      ['AWB-415-INSTEMMING', false],
      ['AWB-415-AANVRAGER', false],
      ['AWB-415-OVERMACHT', false],
    ]);
    expect(suspensionGround(book, 'AWB-415-OVERMACHT')?.source).toBe('Awb art. 4:15 lid 2 onder c');
  });

  it('of extension: with the most that each allows', () => {
    expect(extensionGrounds.map(({ code, atMost }) => [code, atMost])).toEqual([
      ['AWB-414-MEDEDELING', undefined],
      ['AWB-710-VERDAGING', { amount: 6, unit: 'weeks' }],
      ['AVG-12-3-VERLENGING', { amount: 2, unit: 'months' }],
    ]);
    expect(extensionGround(book, 'AWB-414-MEDEDELING')).not.toHaveProperty('atMost');
  });

  it.each([
    ['AWB-413-8W', 'AWB-414-MEDEDELING', true],
    ['WMO-235-BESCHIKKING', 'AWB-414-MEDEDELING', true],
    ['AWB-67-BEZWAAR', 'AWB-414-MEDEDELING', false],
    ['TREEK-6W', 'AWB-414-MEDEDELING', false],
    ['AWB-710-BOB', 'AWB-710-VERDAGING', true],
    ['AWB-710-COMMISSIE', 'AWB-710-VERDAGING', true],
    ['AWB-413-8W', 'AWB-710-VERDAGING', false],
    ['AVG-12-3', 'AVG-12-3-VERLENGING', true],
    ['WMO-535-VERNIETIGING', 'AVG-12-3-VERLENGING', false],
  ])('%s may be extended on %s: %s', (code, ground, expected) => {
    const rule = ruleOf(code);
    const known = extensionGround(book, ground);
    expect(rule && known && mayExtend(rule, known)).toBe(expected);
  });
});
