import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const owner = { by: 'corporatie', step: 'E1' };
const claimed: Brief = { do: 'claim-step', ...owner, person: 'verhuurder' };

describe('claim-step', () => {
  it('says which person of the owner takes the step', () => {
    spec('claim-step')
      .given(E1)
      .when({ ...owner, person: 'verhuurder' })
      .then('StepClaimed', { step: 'E1', person: 'verhuurder' });
    expect(stateOf(casusAfter(E1, claimed)).steps.get('E1')).toMatchObject({
      owner: 'corporatie',
      claimedBy: 'verhuurder',
    });
  });

  it('may go over to a colleague', () => {
    spec('claim-step')
      .given(E1, claimed)
      .when({ ...owner, person: 'collega' })
      .then('StepClaimed', { step: 'E1', person: 'collega' });
    spec('claim-step')
      .given(E1, claimed)
      .when({ ...owner, person: 'verhuurder' })
      .thenRejected('already-claimed', { step: 'E1' });
  });

  it('is about a step', () => {
    spec('claim-step')
      .given()
      .when({ ...owner, person: 'verhuurder' })
      .thenRejected('step-unknown', { step: 'E1' });
  });

  it('ends when the owner changes', () => {
    const given = [E1, claimed, { do: 'return-step', ...owner, reason: 'at-capacity' }] satisfies Brief[];
    expect(stateOf(casusAfter(...given)).steps.get('E1')?.claimedBy).toBeUndefined();
  });
});
