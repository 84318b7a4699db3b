import { casusAfter, spec, stateOf } from '#casus/specification';

describe('appoint-director', () => {
  it('makes another partner the director', () => {
    const welzijn = { partner: 'welzijn', person: 'coach' };
    spec('appoint-director').given().when(welzijn).then('DirectorAppointed', welzijn);
    expect(stateOf(casusAfter({ do: 'appoint-director', ...welzijn })).director).toEqual(welzijn);
  });

  it('makes another person of the same partner its first contact', () => {
    const colleague = { partner: 'sociaal-team', person: 'wijkcoach' };
    spec('appoint-director').given().when(colleague).then('DirectorAppointed', colleague);
    spec('appoint-director')
      .given()
      .when({ partner: 'sociaal-team', person: 'jongerenwerker' })
      .thenRejected('already-the-director', {});
  });

  it('leaves the former director no more than others have', () => {
    const history = spec('appoint-director').given({ do: 'appoint-director', partner: 'welzijn' });
    history.when({ partner: 'corporatie' }).thenRejected('not-the-director', { director: 'welzijn' });
    history.when({ by: 'welzijn', partner: 'corporatie' }).thenAccepted();
  });
});
