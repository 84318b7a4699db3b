import { spec, step } from '#casus/specification';

const owner = { by: 'corporatie', step: 'E1' };

describe('start-step', () => {
  it('takes the step up', () => {
    spec('start-step').given(step('E1', 'corporatie')).when(owner).then('StepStarted', { step: 'E1' });
  });

  it('is about a step', () => {
    spec('start-step').given().when(owner).thenRejected('step-unknown', { step: 'E1' });
  });
});
