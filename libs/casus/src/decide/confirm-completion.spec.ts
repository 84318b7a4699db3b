import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie', { confirmedBy: 'welzijn' });
const reported: Brief = { do: 'complete-step', by: 'corporatie', step: 'E1' };

describe('confirm-completion', () => {
  it('makes a reported step done', () => {
    spec('confirm-completion')
      .given(E1, reported)
      .when({ by: 'welzijn', step: 'E1' })
      .then('CompletionConfirmed', { step: 'E1' });
    const casus = stateOf(casusAfter(E1, reported, { do: 'confirm-completion', by: 'welzijn', step: 'E1' }));
    expect(casus.steps.get('E1')?.life.is).toBe('done');
  });

  it('is by the partner that the plan names', () => {
    spec('confirm-completion')
      .given(E1, reported)
      .when({ step: 'E1' })
      .thenRejected('not-the-confirmer', { confirmedBy: 'welzijn' });
    spec('confirm-completion')
      .given(step('E1', 'corporatie'))
      .when({ by: 'welzijn', step: 'E1' })
      .thenRejected('not-the-confirmer', { confirmedBy: null });
  });

  it('is about a step', () => {
    spec('confirm-completion').given().when({ by: 'welzijn', step: 'E1' }).thenRejected('step-unknown', { step: 'E1' });
  });
});
