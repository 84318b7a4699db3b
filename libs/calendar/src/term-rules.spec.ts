import { localDate } from '#calendar/local-date';
import { extensionGrounds, suspensionGrounds } from '#calendar/term-grounds';
import { extensionGround, mayExtend, suspensionGround, termRule, termRules } from '#calendar/term-rules';
import { inForceOn, isStatutory } from '#calendar/term-rule';

const inBrief = (code: string) => {
  const rule = termRule(code);
  if (!rule) throw new Error(`no rule ${code}`);
  const length = rule.length === 'without-delay' ? rule.length : `${rule.length.amount} ${rule.length.unit}`;
  return `${rule.nature}, ${length}, ${rule.binds}`;
};

describe('the term rules', () => {
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
    expect(new Set(termRules.map(({ code }) => code)).size).toBe(22);
    for (const { source } of termRules) expect(source).not.toBe('');
  });

  it.each([
    ['AWB-413-8W', '2026-07-01', true],
    ['AWB-413-8W', '2026-06-30', false],
    ['BRP-239-AANGIFTE', '2026-07-01', false],
    ['AVG-12-3', '2018-05-25', true],
    ['AFSPRAAK-10WD', '2020-01-01', true],
  ])('%s on %s is in force: %s', (code, day, expected) => {
    const rule = termRule(code);
    expect(rule && inForceOn(rule, localDate(day))).toBe(expected);
  });

  it('count from the end of a rule that exists', () => {
    const later = termRules.flatMap(({ startsAtEndOf }) => startsAtEndOf?.code ?? []);
    expect(later).toEqual(['AWB-67-BEZWAAR', 'AWB-67-BEZWAAR']);
  });

  it('are statutory but for the norms and agreements', () => {
    expect(termRules.filter((rule) => !isStatutory(rule))).toHaveLength(5);
  });

  it('may be suspended where Awb 4:15 says so', () => {
    expect(termRules.filter((rule) => rule.suspendable).map(({ code }) => code)).toEqual([
      'WMO-235-BESCHIKKING',
      'AWB-413-8W',
      'AWB-710-BOB',
      'AWB-710-COMMISSIE',
    ]);
  });

  it('cap the penalty for 42 days at what they add up to', () => {
    const penalty = termRule('AWB-417-DWANGSOM')?.penalty;
    const sum = penalty?.scale.reduce((euros, part) => euros + part.days * part.eurosPerDay, 0);
    expect(sum).toBe(penalty?.mostEuros);
  });

  it('are not found by a code that does not exist', () => {
    expect(termRule('AWB-0')).toBeUndefined();
    expect(suspensionGround('AWB-413-8W')).toBeUndefined();
    expect(extensionGround('')).toBeUndefined();
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
    expect(suspensionGround('AWB-415-OVERMACHT')?.source).toBe('Awb art. 4:15 lid 2 onder c');
  });

  it('of extension: with the most that each allows', () => {
    expect(extensionGrounds.map(({ code, atMost }) => [code, atMost])).toEqual([
      ['AWB-414-MEDEDELING', null],
      ['AWB-710-VERDAGING', { amount: 6, unit: 'weeks' }],
      ['AVG-12-3-VERLENGING', { amount: 2, unit: 'months' }],
    ]);
    expect(extensionGround('AWB-414-MEDEDELING')?.atMost).toBeNull();
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
    ['AWB-413-8W', 'AWB-415-OVERMACHT', false],
  ])('%s may be extended on %s: %s', (code, ground, expected) => {
    const rule = termRule(code);
    expect(rule && mayExtend(rule, ground)).toBe(expected);
  });
});
