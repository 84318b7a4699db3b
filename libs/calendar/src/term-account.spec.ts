import { localDate } from '#calendar/local-date';
import { termAccount } from '#calendar/term-account';
import { ruleOn } from '#calendar/rule-book/rule-book';
import { nationalCalendar } from '#calendar/working-days';
import { loadRules } from '#platform/rule-file';

const book = loadRules();

function accountOf(code: string, from: string, ...suspensions: readonly (readonly [string, string])[]) {
  const rule = ruleOn(book, code, localDate(from));
  if (!rule) throw new Error(`no rule ${code}`);
  const days = suspensions.map(([first, last]) => ({ firstDay: localDate(first), lastDay: localDate(last) }));
  return termAccount(rule, localDate(from), days, nationalCalendar);
}

describe('the account of a term', () => {
  it('says what moved its last day, in order', () => {
    expect(accountOf('AWB-413-8W', '2026-09-10', ['2026-09-25', '2026-10-03'])).toEqual({
      account: {
        raw: '2026-11-05',
        suspendedDays: 9,
        lastDay: '2026-11-16',
        warnsOn: '2026-11-09',
        breachedFrom: '2026-11-16T23:00:00.000Z',
        moves: [
          { because: 'suspended', days: 9, article: 'Awb art. 4:15', to: '2026-11-14' },
          { because: 'no-working-day', article: 'Algemene termijnenwet art. 1 lid 1', to: '2026-11-16' },
        ],
      },
    });
  });

  it('tells from which day a term counts that starts at the end of another', () => {
    expect(accountOf('AWB-710-BOB', '2026-11-20')).toMatchObject({
      account: {
        raw: '2027-02-15',
        moves: [{ because: 'starts-at-end-of', rule: 'AWB-67-BEZWAAR', to: '2027-01-04' }],
      },
    });
  });

  it('has no days without a length', () => {
    expect(accountOf('WMO-233-SPOED', '2026-11-20')).toEqual({
      account: { raw: null, suspendedDays: 0, lastDay: null, warnsOn: null, breachedFrom: null, moves: [] },
    });
  });

  it('takes suspensions in any order, one right after the other too', () => {
    expect(
      accountOf('AWB-413-8W', '2026-09-10', ['2026-10-02', '2026-10-02'], ['2026-09-25', '2026-10-01']),
    ).toMatchObject({ account: { suspendedDays: 8 } });
  });

  it('lets a suspension begin on a day that an earlier one added', () => {
    const first = ['2026-09-25', '2026-10-01'] as const;
    expect(accountOf('AWB-413-8W', '2026-09-10', ['2026-11-12', '2026-11-13'], first)).toHaveProperty('account');
    expect(accountOf('AWB-413-8W', '2026-09-10', ['2026-11-13', '2026-11-14'], first)).toHaveProperty('fault');
  });

  it.each([
    ['WMO-232-ONDERZOEK', '2026-09-04', [['2026-09-10', '2026-09-11']], { code: 'not-suspendable' }],
    [
      'AWB-413-8W',
      '2026-09-10',
      [['2026-09-09', '2026-09-11']],
      { code: 'suspension-before-term', from: '2026-09-10' },
    ],
    [
      'AWB-413-8W',
      '2026-09-10',
      [['2026-11-06', '2026-11-10']],
      { code: 'suspension-after-term', lastDay: '2026-11-05' },
    ],
    ['AWB-413-8W', '2026-09-10', [['2026-09-12', '2026-09-11']], { code: 'suspension-backwards' }],
    [
      'AWB-413-8W',
      '2026-09-10',
      [
        ['2026-09-25', '2026-10-01'],
        ['2026-10-01', '2026-10-02'],
      ],
      { code: 'suspensions-overlap', firstDay: '2026-10-01', other: { firstDay: '2026-09-25', lastDay: '2026-10-01' } },
    ],
  ] as const)('refuses %s from %s with %j: %j', (code, from, suspensions, fault) => {
    expect(accountOf(code, from, ...suspensions)).toMatchObject({ fault });
  });
});
