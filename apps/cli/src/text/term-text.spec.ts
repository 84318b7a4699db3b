import { localDate } from '#calendar/local-date';
import { termAccount } from '#calendar/term-account';
import { ruleOn } from '#calendar/rule-book/rule-book';
import { nationalCalendar } from '#calendar/working-days';
import { loadRules } from '#platform/rule-file';
import { termSheet } from '#apps/cli/src/text/term-text';

function sheet(code: string, from: string, ...suspensions: readonly (readonly [string, string])[]): string {
  const rule = ruleOn(loadRules(), code, localDate(from));
  if (!rule) throw new Error(`no rule ${code}`);
  const days = suspensions.map(([first, last]) => ({ firstDay: localDate(first), lastDay: localDate(last) }));
  const worked = termAccount(rule, localDate(from), days, nationalCalendar);
  if ('fault' in worked) throw new Error(worked.fault.code);
  return termSheet(rule, localDate(from), worked.account);
}

describe('a term in words', () => {
  it('says why its end moved, the suspension first and then the weekend', () => {
    const text = sheet('AWB-413-8W', '2026-09-10', ['2026-09-25', '2026-10-03']);

    expect(text).toContain('Bron                 Awb art. 4:13 lid 2, wettelijk (afgeleid)\n');
    expect(text).toContain('Einde volgens regel  donderdag 5 november 2026\n');
    expect(text).toContain('Laatste dag          maandag 16 november 2026\n');
    expect(text).toContain('Verstreken vanaf     dinsdag 17 november 2026, 00:00\n');
    expect(text).toContain(
      'De termijn stond 9 dagen stil (Awb art. 4:15): het einde schuift naar zaterdag 14 november 2026.\n' +
        'Op zaterdag 14 november 2026 kan de termijn niet eindigen, want dat is een zaterdag, een zondag of een feestdag',
    );
  });

  it.each([
    ['AWB-413-8W', '2026-09-11', 'Het einde is niet verschoven.'],
    ['WMO-233-SPOED', '2026-09-11', 'onverwijld, dus zonder laatste dag'],
    ['AWB-710-BOB', '2026-11-20', 'De termijn telt vanaf maandag 4 januari 2027, de laatste dag van AWB-67-BEZWAAR.'],
    ['PW-41-ZOEKTERMIJN', '2026-09-10', 'Mag vanaf            vrijdag 9 oktober 2026, 00:00'],
  ])('%s from %s: %s', (code, from, words) => {
    expect(sheet(code, from)).toContain(words);
  });
});
