import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie', { confirmedBy: 'welzijn' });
const reported: Brief = { do: 'complete-step', by: 'corporatie', step: 'E1' };
const rejection = { by: 'welzijn', step: 'E1', reason: 'niet af' };

describe('reject-completion', () => {
  it('lets the owner go on', () => {
    spec('reject-completion')
      .given(E1, reported)
      .when(rejection)
      .then('CompletionRejected', { step: 'E1', reason: 'niet af' });
    const casus = stateOf(casusAfter(E1, reported, { do: 'reject-completion', ...rejection }));
    expect(casus.steps.get('E1')).toMatchObject({ owner: 'corporatie', life: { is: 'active' } });
  });

  it('may be followed by another report', () => {
    spec('complete-step')
      .given(E1, reported, { do: 'reject-completion', ...rejection })
      .when({ by: 'corporatie', step: 'E1' })
      .then('StepReported', { step: 'E1', confirmedBy: 'welzijn' });
  });

  it('is about a step', () => {
    spec('reject-completion').given().when(rejection).thenRejected('step-unknown', { step: 'E1' });
  });
});
