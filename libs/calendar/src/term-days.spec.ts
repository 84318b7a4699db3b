import { extended, rawEnd } from '#calendar/last-day';
import { localDate } from '#calendar/local-date';
import { termDays } from '#calendar/term-days';
import type { TermLength, TermNature, TermRule } from '#calendar/term-rule';
import { ruleOn } from '#calendar/rule-book/rule-book';
import { nationalCalendar } from '#calendar/working-days';
import { loadRules } from '#platform/rule-file';

const ruleOf = (nature: TermNature, length: TermLength): TermRule => ({
  code: 'EXAMPLE',
  nature,
  length,
  binds: 'anyone',
  source: 'an example',
  version: localDate('2026-01-01'),
});

const known = (code: string): TermRule => {
  const rule = ruleOn(loadRules(), code, localDate('2026-11-20'));
  if (!rule) throw new Error(`no rule ${code}`);
  return rule;
};

describe('the last day of a term', () => {
  it.each<[string, number, TermLength['unit'], TermNature, string, string]>([
    ['2026-09-04', 6, 'weeks', 'statutory', '2026-10-16', 'ordinary Friday'],
    ['2026-09-05', 6, 'weeks', 'statutory', '2026-10-19', 'raw end is a Saturday'],
    ['2026-10-30', 8, 'weeks', 'derived', '2026-12-28', 'raw end is Christmas Day'],
    ['2026-11-20', 6, 'weeks', 'statutory', '2027-01-04', "raw end is New Year's Day"],
    ['2027-03-12', 2, 'weeks', 'statutory', '2027-03-30', 'Good Friday, then Easter'],
    ['2027-03-24', 6, 'weeks', 'statutory', '2027-05-07', '5 May, then Ascension Day'],
    ['2026-10-03', 12, 'weeks', 'statutory', '2026-12-28', 'twelve weeks is still extended'],
    ['2026-09-26', 13, 'weeks', 'statutory', '2026-12-26', 'longer than twelve weeks is not'],
    ['2026-12-24', 3, 'days', 'statutory', '2026-12-29', 'must hold two ordinary days'],
    ['2026-12-24', 2, 'days', 'statutory', '2026-12-28', 'two days need hold none, but cannot end on Boxing Day'],
    ['2026-11-13', 10, 'working-days', 'agreement', '2026-11-27', 'working days'],
    ['2026-09-19', 2, 'weeks', 'agreement', '2026-10-03', 'an agreement may end on a Saturday'],
    ['2026-11-30', 3, 'months', 'agreement', '2027-02-28', 'the last day of a shorter month'],
    ['2027-11-30', 3, 'months', 'agreement', '2028-02-29', 'of a leap year'],
  ])('%s and %i %s (%s) is %s: %s', (from, amount, unit, nature, lastDay) => {
    const rule = ruleOf(nature, { amount, unit });
    expect(termDays({ rule, from: localDate(from) }, nationalCalendar).lastDay).toBe(lastDay);
  });

  it('moves by the days of a suspension, both included, before it is extended', () => {
    const suspensions = [{ firstDay: localDate('2026-09-25'), lastDay: localDate('2026-10-01') }];
    const days = termDays({ rule: known('AWB-413-8W'), from: localDate('2026-09-10'), suspensions }, nationalCalendar);
    expect(days).toMatchObject({ raw: '2026-11-05', suspendedDays: 7, lastDay: '2026-11-12', warnsOn: '2026-11-05' });
  });

  it('has no last day and no warn day while a suspension without a set time lasts', () => {
    const suspensions = [{ firstDay: localDate('2026-09-25'), lastDay: null }];
    const days = termDays({ rule: known('AWB-413-8W'), from: localDate('2026-09-10'), suspensions }, nationalCalendar);
    expect(days).toMatchObject({ raw: '2026-11-05', lastDay: null, warnsOn: null });
  });

  it('stands where an extension on a ground of the law set it, and moves with a suspension after that', () => {
    const earlier = { firstDay: localDate('2026-09-25'), lastDay: localDate('2026-10-01') };
    const after = { firstDay: localDate('2026-11-10'), lastDay: localDate('2026-11-12') };
    const course = {
      rule: known('AWB-413-8W'),
      from: localDate('2026-09-10'),
      suspensions: [earlier, after],
      movedTo: { lastDay: localDate('2026-12-01'), afterSuspensions: 1 },
    };
    expect(termDays(course, nationalCalendar).lastDay).toBe('2026-12-04');
  });

  it('counts from the extended end of the rule at whose end it starts', () => {
    const from = localDate('2026-11-20');
    expect(termDays({ rule: known('AWB-67-BEZWAAR'), from }, nationalCalendar).lastDay).toBe('2027-01-04');
    expect(termDays({ rule: known('AWB-710-BOB'), from }, nationalCalendar).raw).toBe('2027-02-15');
  });

  it('is none for what must be done without delay', () => {
    const days = termDays({ rule: known('WMO-233-SPOED'), from: localDate('2026-11-20') }, nationalCalendar);
    expect(days).toEqual({ raw: null, suspendedDays: 0, lastDay: null, warnsOn: null, extensions: [] });
  });

  it('says in which article an extension stands', () => {
    const rule = known('WMO-232-ONDERZOEK');
    const from = localDate('2026-09-05');
    const raw = rawEnd(from, { amount: 6, unit: 'weeks' }, nationalCalendar);
    expect(extended(rule, from, raw, nationalCalendar).extensions).toEqual([
      { because: 'no-working-day', article: 'Algemene termijnenwet art. 1 lid 1', to: '2026-10-19' },
    ]);
  });
});

describe('the warn day', () => {
  it.each([
    ['WMO-232-PLAN', '2026-09-15', '2026-09-20'],
    ['AWB-413-8W', '2026-09-21', '2026-11-09'],
    ['AWB-67-BEZWAAR', '2026-11-12', '2026-12-17'],
    ['AWB-413-8W', '2026-10-19', '2026-12-07'],
    ['TREEK-6W', '2026-09-21', '2026-10-19'],
    ['PW-41-ZOEKTERMIJN', '2026-09-21', null],
  ])('of %s from %s is %s', (code, from, warnsOn) => {
    expect(termDays({ rule: known(code), from: localDate(from) }, nationalCalendar).warnsOn).toBe(warnsOn);
  });
});
