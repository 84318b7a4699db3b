import { spec, step } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const reassigned = {
  step: 'E1',
  to: 'welzijn',
  reason: 'kent Eva',
  agreed: { how: 'meeting', with: 'coach' },
} as const;

describe('reassign-step', () => {
  it('makes another partner the owner, as agreed with it', () => {
    spec('reassign-step')
      .given(E1)
      .when(reassigned)
      .then('StepReassigned', { ...reassigned, from: 'corporatie' });
  });

  it('needs another partner', () => {
    spec('reassign-step')
      .given(E1)
      .when({ ...reassigned, to: 'corporatie' })
      .thenRejected('already-the-owner', { owner: 'corporatie' });
  });

  it('needs a basis for the partner, or an override', () => {
    const toSchool = { ...reassigned, to: 'school' };
    spec('reassign-step').given(E1).when(toSchool).thenRejected('no-basis', { partner: 'school' });
    const override = { reason: 'spoed' };
    spec('reassign-step')
      .given(E1)
      .when({ ...toSchool, override })
      .then('StepReassigned', { ...toSchool, from: 'corporatie', override });
  });

  it('is about a step', () => {
    spec('reassign-step').given().when(reassigned).thenRejected('step-unknown', { step: 'E1' });
  });
});
