import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const owner = { by: 'corporatie', step: 'E1' };
const claimed: Brief = { do: 'claim-step', ...owner, person: 'verhuurder' };

describe('release-step', () => {
  it('gives a claimed step back to its partner, and says whose it was', () => {
    spec('release-step').given(E1, claimed).when(owner).then('StepReleased', { step: 'E1', person: 'verhuurder' });
  });

  it('is for a claimed step', () => {
    spec('release-step').given(E1).when(owner).thenRejected('not-claimed', { step: 'E1' });
    spec('release-step')
      .given(E1, claimed, { do: 'release-step', ...owner })
      .when(owner)
      .thenRejected('not-claimed');
  });

  it('is about a step', () => {
    spec('release-step').given().when(owner).thenRejected('step-unknown', { step: 'E1' });
  });
});
