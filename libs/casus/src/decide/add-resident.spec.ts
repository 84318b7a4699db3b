import { casusAfter, spec, stateOf, type Brief } from '#casus/specification';

const noor = {
  ref: 'noor',
  id: 'person-noor',
  role: 'resident',
  givenName: 'Noor',
  familyName: 'Voorbeeld',
  birthYear: 2010,
} as const;

describe('add-resident', () => {
  it('adds a person whom the casus is about', () => {
    spec('add-resident')
      .given()
      .when(noor)
      .then('ResidentAdded', noor, { subjects: ['person-noor'] });
    const added: Brief = { do: 'add-resident', ...noor };
    expect(stateOf(casusAfter(added)).residents.get('noor')).toEqual({
      ref: 'noor',
      id: 'person-noor',
      role: 'resident',
      ended: false,
    });
  });

  it('adds a person once, and not again after that has ended', () => {
    spec('add-resident')
      .given()
      .when({ ...noor, ref: 'eva' })
      .thenRejected('resident-known', { resident: 'eva' });
    spec('add-resident')
      .given({ do: 'end-resident', ref: 'ineke', reason: 'x' })
      .when({ ...noor, ref: 'ineke' })
      .thenRejected('resident-known', { resident: 'ineke' });
  });
});
