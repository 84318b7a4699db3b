import { planWarnings } from '#casus/feasible';
import { casusAfter, stateOf, step, type Brief } from '#casus/specification';

/** What a casus warns of about a step: `code step due: step day …`. */
const warned = (id: string, ...given: readonly Brief[]): string[] =>
  planWarnings(stateOf(casusAfter(...given)), id).map(({ code, step: about, due, steps }) =>
    [code, about, `${due}:`, ...steps.map((one) => `${one.step} ${one.day}`)].join(' '),
  );

const E4 = (more: Partial<Brief<'plan-step'>> = {}) => step('E4', 'gemeente-wmo', more);
const E9 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E9', 'corporatie', { after: [{ step: 'E4' }], target: '2026-09-29', ...more });

describe('a target behind another step', () => {
  it('cannot be met when the term of that step ends on it or later', () => {
    const decided = { rule: 'AWB-413-8W', from: '2026-09-10' };
    expect(warned('E9', E4({ term: decided }), E9())).toEqual(['blocked-beyond-target E9 2026-09-29: E4 2026-11-05']);
    expect(warned('E9', E4({ term: decided }), E9({ target: '2026-11-05' }))).toHaveLength(1);
    expect(warned('E9', E4({ term: decided }), E9({ target: '2026-11-06' }))).toEqual([]);
  });

  it('cannot be met when the target of that step lies on it or later; the earlier of its days counts', () => {
    expect(warned('E9', E4({ target: '2026-09-29' }), E9())).toEqual([
      'blocked-beyond-target E9 2026-09-29: E4 2026-09-29',
    ]);
    expect(warned('E9', E4({ target: '2026-09-28' }), E9())).toEqual([]);
    const both = { target: '2026-09-28', term: { rule: 'AWB-413-8W', from: '2026-09-10' } };
    expect(warned('E9', E4(both), E9())).toEqual([]);
  });

  it('cannot be met when that step does not start before it', () => {
    expect(warned('E9', E4({ notBefore: '2026-09-29' }), E9())).toEqual([
      'scheduled-beyond-target E9 2026-09-29: E4 2026-09-29',
    ]);
    expect(warned('E9', E4({ notBefore: '2026-09-28' }), E9())).toEqual([]);
  });

  it('is held up by steps further on too, each named once', () => {
    const first = step('E3', 'welzijn', { target: '2026-10-02' });
    const behind = [E4({ after: [{ step: 'E3' }], target: '2026-10-01' }), E9({ after: [{ step: 'E4' }] })];
    expect(warned('E9', first, ...behind)).toContain(
      'blocked-beyond-target E9 2026-09-29: E4 2026-10-01 E3 2026-10-02',
    );
    const twice = E9({ after: [{ step: 'E4' }, { step: 'E3' }] });
    expect(warned('E9', first, E4({ after: [{ step: 'E3' }] }), twice)).toEqual([
      'blocked-beyond-target E9 2026-09-29: E3 2026-10-02',
    ]);
  });

  it.each<Brief>([
    { do: 'complete-step', by: 'gemeente-wmo', step: 'E4' },
    { do: 'cancel-step', step: 'E4', reason: 'x' },
  ])('is not held up by what has ended: $do', (ended) => {
    expect(warned('E9', E4({ target: '2026-10-01' }), ended, E9())).toEqual([]);
  });
});

describe('the days of a step itself', () => {
  it('fit when it starts on its last day, and not when it starts later', () => {
    expect(warned('E9', E4(), E9({ after: [], notBefore: '2026-09-29' }))).toEqual([]);
    expect(warned('E9', E4(), E9({ after: [], notBefore: '2026-09-30' }))).toEqual([
      'starts-after-target E9 2026-09-29: E9 2026-09-30',
    ]);
  });

  it('do not fit when the term ends before the target', () => {
    const term = { rule: 'AWB-413-8W', from: '2026-09-10' };
    expect(warned('E4', E4({ term, target: '2026-11-06' }))).toEqual([
      'term-before-target E4 2026-11-06: E4 2026-11-05',
    ]);
    expect(warned('E4', E4({ term, target: '2026-11-05' }))).toEqual([]);
  });

  it('are no matter where the step has no last day, or only one of the law', () => {
    const scheduled = E4({ notBefore: '2027-01-04' });
    const untimed = step('E9', 'corporatie', { after: [{ step: 'E4' }] });
    expect(warned('E9', scheduled, untimed)).toEqual([]);
    expect(warned('E9', scheduled, { ...untimed, term: { rule: 'AWB-413-8W', from: '2026-09-10' } })).toEqual([]);
  });

  it('are no matter once it has ended', () => {
    const cancelled: Brief = { do: 'cancel-step', step: 'E9', reason: 'x' };
    expect(warned('E9', E4({ target: '2026-10-01' }), E9(), cancelled)).toEqual([]);
  });
});

describe('what a step stands in the way of', () => {
  it('is told too, as far as this step is the one', () => {
    const other = step('E5', 'welzijn', { target: '2026-10-01' });
    const later: Brief = { do: 'replan-step', step: 'E4', target: '2026-10-01' };
    const given = [E4({ target: '2026-09-20' }), other, E9(), step('E10', 'welzijn', { after: [{ step: 'E5' }] })];
    expect(warned('E4', ...given)).toEqual([]);
    expect(warned('E4', ...given, later)).toEqual(['blocked-beyond-target E9 2026-09-29: E4 2026-10-01']);
    expect(warned('E5', ...given, later)).toEqual([]);
  });
});
