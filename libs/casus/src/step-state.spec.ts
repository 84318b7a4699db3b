import { afterItemState, lastOutcome, stepState, unsatisfied } from '#casus/step-state';
import { at, casusAfter, stateOf, step, type Brief } from '#casus/specification';
import type { CasusHistory } from '#casus/history';

const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });
const done: Brief = { do: 'complete-step', by: 'corporatie', step: 'E0' };
const cancelled: Brief = { do: 'cancel-step', by: 'corporatie', step: 'E0', reason: 'x' };
const decided = (outcome: 'granted' | 'refused', more: Partial<Brief<'record-decision'>> = {}): Brief => ({
  do: 'record-decision',
  product: 'urgentie',
  decidedBy: 'corporatie',
  outcome,
  ground: 'g',
  step: 'E0',
  ...more,
});
const E1 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' }, confirmedBy: 'welzijn', ...more });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const waiting: Brief = { do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'x', until: '2026-09-18' };
const reported: Brief = { do: 'complete-step', ...owner };
const suspended: Brief = {
  do: 'suspend-term',
  ...owner,
  ground: 'AWB-415-AANVULLING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-16',
  until: '2026-09-20',
};

function stateAt(history: CasusHistory, time: string, id = 'E1') {
  const casus = stateOf(history);
  const found = casus.steps.get(id);
  return found && stepState(casus, found, at(time));
}

describe('the state of a step', () => {
  it.each<[string, string, string, readonly Brief[]]>([
    ['open', 'when nothing holds it up', '2026-09-15T09:00', [E1()]],
    ['blocked', 'while a step before it is not done', '2026-09-15T09:00', [E0, E1({ after: [{ step: 'E0' }] })]],
    ['open', 'when that is done', '2026-09-15T09:00', [E0, E1({ after: [{ step: 'E0' }] }), done]],
    ['blocked', 'when that is cancelled', '2026-09-15T09:00', [E0, E1({ after: [{ step: 'E0' }] }), cancelled]],
    [
      'blocked',
      'before it is scheduled',
      '2026-09-15T09:00',
      [E0, E1({ after: [{ step: 'E0' }], notBefore: '2026-10-01' })],
    ],
    ['scheduled', 'before 00:00 of its day', '2026-09-30T23:59:59', [E1({ notBefore: '2026-10-01' })]],
    ['open', 'from 00:00 of its day', '2026-10-01T00:00', [E1({ notBefore: '2026-10-01' })]],
    ['waiting', 'until the end of the last day of a waiting', '2026-09-18T23:59:59', [E1(), waiting]],
    ['open', 'after the last day of a waiting', '2026-09-19T00:00', [E1(), waiting]],
    ['open', 'after a resume', '2026-09-15T09:00', [E1(), waiting, { do: 'resume', ...owner }]],
    [
      'scheduled',
      'before it is waiting',
      '2026-09-15T09:00',
      [E1(), waiting, { do: 'replan-step', ...owner, notBefore: '2026-09-17' }],
    ],
    ['open', 'before the first day of a suspension', '2026-09-15T23:59:59', [E1(), suspended]],
    ['waiting', 'from 00:00 of the first day of a suspension', '2026-09-16T00:00', [E1(), suspended]],
    ['waiting', 'until the end of the last day of a suspension', '2026-09-20T23:59:59', [E1(), suspended]],
    ['open', 'after the last day of a suspension', '2026-09-21T00:00', [E1(), suspended]],
    ['reported', 'when it is reported done', '2026-09-15T09:00', [E1(), reported]],
    ['reported', 'though it was waiting', '2026-09-15T09:00', [E1(), waiting, reported]],
    [
      'blocked',
      'though it was reported',
      '2026-09-15T09:00',
      [
        E0,
        done,
        E1({ at: '2026-09-14T09:30', after: [{ step: 'E0' }] }),
        reported,
        { do: 'reopen-step', step: 'E0', reason: 'x' },
      ],
    ],
    [
      'open',
      'when the report is rejected',
      '2026-09-15T09:00',
      [E1(), reported, { do: 'reject-completion', by: 'welzijn', step: 'E1', reason: 'x' }],
    ],
    [
      'done',
      'when the report is confirmed',
      '2026-09-15T09:00',
      [E1(), reported, { do: 'confirm-completion', by: 'welzijn', step: 'E1' }],
    ],
    [
      'cancelled',
      'whatever else',
      '2026-09-15T09:00',
      [E0, E1({ after: [{ step: 'E0' }], notBefore: '2026-10-01' }), { do: 'cancel-step', ...owner, reason: 'x' }],
    ],
  ])('is %s %s', (state, _when, time, given) => {
    expect(stateAt(casusAfter(...given), time)).toBe(state);
  });
});

describe('an item of after that requires an outcome', () => {
  const item = { step: 'E0', outcome: 'granted' } as const;

  it.each<[string, readonly Brief[]]>([
    ['pending', [decided('granted')]],
    ['dead', [done]],
    ['dead', [decided('refused'), done]],
    ['satisfied', [decided('granted'), done]],
    ['satisfied', [done, decided('granted')]],
    ['dead', [decided('granted'), done, decided('refused')]],
    ['dead', [decided('granted'), cancelled]],
    ['pending', [decided('granted'), done, { do: 'reopen-step', step: 'E0', reason: 'x' }]],
  ])('is %s (%#)', (state, given) => {
    expect(afterItemState(stateOf(casusAfter(E0, ...given)), item)).toBe(state);
  });

  it('goes by the last recorded decision, though it be the older', () => {
    const appeal = decided('granted', { at: '2026-09-15T12:00' });
    const typedInLater = decided('refused', { at: '2026-09-15T11:00', recorded: '2026-09-16T09:00' });
    expect(lastOutcome(stateOf(casusAfter(E0, appeal, typedInLater)), 'E0')).toBe('refused');
  });

  it('does not go by decisions on other steps or products', () => {
    expect(lastOutcome(stateOf(casusAfter(E0, decided('granted', { step: undefined }))), 'E0')).toBeUndefined();
  });
});

describe('what is not satisfied', () => {
  it('keeps the order of the plan', () => {
    const E2 = step('E2', 'welzijn', { at: '2026-09-14T08:00' });
    const casus = stateOf(
      casusAfter(
        E0,
        E2,
        step('E3', 'welzijn', { at: '2026-09-14T08:00' }),
        done,
        E1({ after: [{ step: 'E3' }, { step: 'E0' }, { step: 'E2', outcome: 'granted' }] }),
      ),
    );
    const found = casus.steps.get('E1');
    expect(found && unsatisfied(casus, found).map((item) => item.step)).toEqual(['E3', 'E2']);
  });
});
