import { casusAfter, spec, stateOf, step, when } from '#casus/specification';

const decision = {
  product: 'urgentie',
  decidedBy: 'gemeente-wonen',
  outcome: 'refused',
  ground: 'geen opvang verleend',
} as const;
const recorded = '2026-09-15T09:00';

describe('record-decision', () => {
  it('is recorded by the partner that decided, or the director', () => {
    spec('record-decision').given().when(decision).then('DecisionRecorded', decision);
    spec('record-decision')
      .given(step('E1', 'gemeente-wonen'))
      .when({ by: 'gemeente-wonen', ...decision, step: 'E1' })
      .then('DecisionRecorded', { ...decision, step: 'E1' });
  });

  it('is recorded by the partner that decided, though it takes no part in the casus', () => {
    const own = { ...decision, decidedBy: 'school' };
    spec('record-decision')
      .given()
      .when({ by: 'school', ...own })
      .then('DecisionRecorded', own);
  });

  it('is not for a partner that did not decide', () => {
    spec('record-decision')
      .given()
      .when({ by: 'welzijn', ...decision })
      .thenRejected('not-the-decider', { decidedBy: 'gemeente-wonen' });
  });

  it('is about a step of this casus', () => {
    spec('record-decision')
      .given()
      .when({ ...decision, step: 'E1' })
      .thenRejected('step-unknown', { step: 'E1' });
  });

  it.each(['2026-08-30T09:00', '2026-05-12T10:00', '2016-01-01T09:00'])('may be from before the casus: %s', (time) => {
    const old = { do: 'record-decision', ...decision, at: time, recorded } as const;
    when(casusAfter(), old).thenAccepted();
    when(casusAfter(), { ...old, by: 'gemeente-wonen' }).thenAccepted();
    expect(casusAfter(old).facts[0]?.type).toBe('CasusOpened');
  });

  it('may be on a step that has ended, and be recorded out of order', () => {
    const history = casusAfter(
      step('E1', 'gemeente-wonen'),
      { do: 'record-decision', ...decision, outcome: 'granted', step: 'E1', at: '2026-09-14T12:00' },
      { do: 'complete-step', by: 'gemeente-wonen', step: 'E1', at: '2026-09-14T13:00' },
      { do: 'record-decision', ...decision, step: 'E1', at: '2026-09-14T11:00', recorded },
    );
    expect(stateOf(history).decisions.map(({ outcome, revision }) => [outcome, revision])).toEqual([
      ['refused', 9],
      ['granted', 7],
    ]);
  });
});
