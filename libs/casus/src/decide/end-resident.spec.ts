import { casusAfter, spec, stateOf, when, type Brief } from '#casus/specification';

const ended: Brief = { do: 'end-resident', ref: 'ineke', reason: 'verhuisd' };

describe('end-resident', () => {
  it('says that the casus is no longer about a person', () => {
    spec('end-resident')
      .given()
      .when({ ref: 'ineke', reason: 'verhuisd' })
      .then('ResidentEnded', { ref: 'ineke', reason: 'verhuisd' }, { subjects: ['person-ineke'] });
    expect(stateOf(casusAfter(ended)).residents.get('ineke')?.ended).toBe(true);
  });

  it('happens once', () => {
    when(casusAfter(ended), ended).thenRejected('resident-ended', { resident: 'ineke' });
  });

  it('is about a person of this casus', () => {
    spec('end-resident')
      .given()
      .when({ ref: 'noor', reason: 'x' })
      .thenRejected('resident-unknown', { resident: 'noor' });
  });

  it('leaves at least one resident: a carer is none', () => {
    spec('end-resident').given().when({ ref: 'eva', reason: 'x' }).thenRejected('last-resident', {});
    const noor: Brief = {
      do: 'add-resident',
      ref: 'noor',
      id: 'person-noor',
      role: 'resident',
      givenName: 'Noor',
      familyName: 'Voorbeeld',
    };
    spec('end-resident').given(noor).when({ ref: 'eva', reason: 'x' }).thenAccepted();
  });
});
