import { localDate } from '#calendar/local-date';
import type { RuleBook, RuleEdition } from '#calendar/rule-book/rule-book';
import { termCalendar } from '#calendar/term-calendar';
import type { Surroundings } from '#casus/decide/surroundings';
import { stepTermDays } from '#casus/clocks/step-clock';
import { casusAfter, spec, standing, stateOf, step, SURROUNDINGS, type Brief, type Given } from '#casus/specification';

const E1 = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } });
const owner = { by: 'gemeente-wmo', step: 'E1', at: '2026-10-01T10:00', reason: 'Wetswijziging per oktober' };

const { rules } = SURROUNDINGS;

/** The rules that come with the product, but with another length from a day on. */
function changed(code: string, from: string, weeks: number, more: Partial<RuleBook> = {}): Surroundings {
  const version = localDate(from);
  const editions = rules.editions.flatMap((edition): RuleEdition[] =>
    edition.code === code
      ? [
          { ...edition, validUntil: localDate('2026-09-30') },
          { ...edition, version, length: { amount: weeks, unit: 'weeks' } },
        ]
      : [edition],
  );
  return { ...SURROUNDINGS, rules: { ...rules, editions, ...more } };
}

const newer = changed('AWB-413-8W', '2026-10-01', 9);
const equated: Surroundings = {
  ...SURROUNDINGS,
  rules: { ...rules, calendar: termCalendar([localDate('2026-11-09')], localDate('2026-09-20')) },
};
const renewed: Brief = { do: 'renew-term-rule', ...owner };

const lastDay = (...given: readonly Given[]) => {
  const found = stateOf(casusAfter(...given)).steps.get('E1');
  return found && stepTermDays(found)?.lastDay;
};

describe('renew-term-rule', () => {
  it('gives a running term the newest edition of its rule, whole', () => {
    spec('renew-term-rule')
      .given(E1)
      .when(owner, newer)
      .then('TermRuleRenewed', {
        step: 'E1',
        rule: {
          code: 'AWB-413-8W',
          nature: 'derived',
          length: { amount: 9, unit: 'weeks' },
          binds: 'public-body',
          source: 'Awb art. 4:13 lid 2',
          version: '2026-10-01',
          suspendable: true,
        },
        calendar: { version: 'nl-2010-10-10', equatedDays: [] },
        reason: owner.reason,
      });
  });

  it('moves the last day from then on, not before', () => {
    const history = casusAfter(E1, newer, renewed);
    expect(standing(history, 'E1', '2026-10-01T09:59').lastDay).toBe('2026-11-09');
    expect(standing(history, 'E1', '2026-10-01T10:00').lastDay).toBe('2026-11-16');
    expect(standing(history, 'E1', '2026-10-01T10:00').term).toMatchObject({ ruleVersion: '2026-10-01' });
    expect(lastDay(E1, newer)).toBe('2026-11-09');
  });

  it('gives it the days that were equated meanwhile too', () => {
    const history = casusAfter(E1, equated, renewed);
    expect(standing(history, 'E1', '2026-10-02T10:00').term).toMatchObject({
      lastDay: '2026-11-10',
      ruleVersion: '2026-07-01',
      calendarVersion: 'nl-2010-10-10+2026-09-20',
    });
  });

  it('is not for a term that runs by the newest edition and calendar', () => {
    const current = { rule: 'AWB-413-8W', source: 'Awb art. 4:13 lid 2', version: '2026-07-01' };
    spec('renew-term-rule')
      .given(E1)
      .when(owner)
      .thenRejected('no-newer-rule', { ...current, calendar: 'nl-2010-10-10' });
    spec('renew-term-rule')
      .given(E1)
      .when({ ...owner, at: '2026-09-30T23:59' }, newer)
      .thenRejected('no-newer-rule', { ...current, calendar: 'nl-2010-10-10' });
    spec('renew-term-rule')
      .given(E1, newer, renewed)
      .when({ ...owner, at: '2026-10-02T10:00' }, newer)
      .thenRejected('no-newer-rule', { ...current, version: '2026-10-01', calendar: 'nl-2010-10-10' });
    spec('renew-term-rule')
      .given(step('E1', 'gemeente-wmo'))
      .when(owner, newer)
      .thenRejected('no-term', { step: 'E1' });
  });

  it('revives no term that has passed, and lets none pass after the fact', () => {
    const source = 'Awb art. 4:13 lid 2';
    spec('renew-term-rule')
      .given(E1)
      .when({ ...owner, at: '2026-11-10T00:00' }, newer)
      .thenRejected('term-has-passed', { lastDay: '2026-11-09', source });
    spec('renew-term-rule')
      .given(E1)
      .when({ ...owner, at: '2026-11-09T23:59' }, newer)
      .thenAccepted();
    const shorter = changed('AWB-413-8W', '2026-10-01', 2);
    spec('renew-term-rule')
      .given(E1)
      .when(owner, shorter)
      .thenRejected('renewed-term-has-passed', { lastDay: '2026-09-28', source });
  });

  it('leaves a suspension and what it took, and a day that was set on a ground', () => {
    const force: Brief = {
      do: 'suspend-term',
      by: 'gemeente-wmo',
      step: 'E1',
      ground: 'AWB-415-OVERMACHT',
      waitingFor: { kind: 'resident' },
      firstDay: '2026-09-21',
      until: '2026-09-27',
    };
    expect(lastDay(E1, force, newer, renewed)).toBe('2026-11-23');
    const moved: Brief = {
      do: 'extend-term',
      by: 'gemeente-wmo',
      step: 'E1',
      ground: 'AWB-414-MEDEDELING',
      lastDay: '2026-12-01',
    };
    expect(lastDay(E1, moved, newer, renewed)).toBe('2026-12-01');
  });

  it('is a legal act of a municipal owner, but of any owner for a norm or an agreement', () => {
    const renew = { ...owner, by: 'corporatie' };
    spec('renew-term-rule')
      .given(step('E1', 'corporatie', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } }))
      .when(renew, newer)
      .thenRejected('not-municipal', { kind: 'housing-corporation' });
    spec('renew-term-rule')
      .given(step('E1', 'corporatie', { term: { rule: 'TREEK-6W', from: '2026-09-14' } }))
      .when(renew, changed('TREEK-6W', '2026-10-01', 5))
      .thenAccepted();
  });

  it('takes the rule at whose end another starts along', () => {
    const objection = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-710-BOB', from: '2026-09-14' } });
    const history = casusAfter(objection, equated, renewed);
    expect(stateOf(history).steps.get('E1')?.term?.rule.startsAtEndOf?.code).toBe('AWB-67-BEZWAAR');
  });

  it('is about a step', () => {
    spec('renew-term-rule').given().when(owner, newer).thenRejected('step-unknown', { step: 'E1' });
  });
});

describe('a casus that began by an older edition', () => {
  it('keeps it, whatever the rules of today are', () => {
    const worked: Brief = { do: 'note-progress', by: 'gemeente-wmo', step: 'E1', text: 'halverwege' };
    expect(lastDay(E1, newer, worked)).toBe('2026-11-09');
  });

  it('while a new term begins by the edition that is in force on its first day', () => {
    const later = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-10-01' } });
    const early = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-30' } });
    expect(lastDay(newer, { ...later, at: '2026-10-05T09:00' })).toBe('2026-12-03');
    expect(lastDay(newer, { ...early, at: '2026-10-05T09:00' })).toBe('2026-11-25');
  });
});
