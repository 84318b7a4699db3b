import { spec, step } from '#casus/specification';

describe('cancel-step', () => {
  it('says that the step will not be done, and why', () => {
    spec('cancel-step')
      .given(step('E1', 'corporatie'))
      .when({ by: 'corporatie', step: 'E1', reason: 'niet nodig' })
      .then('StepCancelled', { step: 'E1', reason: 'niet nodig' });
  });

  it('may be done by the director in place of the owner', () => {
    spec('cancel-step')
      .given(step('E1', 'corporatie'))
      .when({ step: 'E1', reason: 'niet nodig' })
      .then('StepCancelled', { step: 'E1', reason: 'niet nodig' }, { onBehalfOf: 'corporatie' });
  });

  it('is about a step', () => {
    spec('cancel-step').given().when({ step: 'E1', reason: 'niet nodig' }).thenRejected('step-unknown', { step: 'E1' });
  });
});
