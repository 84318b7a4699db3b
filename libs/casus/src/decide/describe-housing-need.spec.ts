import { spec, step } from '#casus/specification';

const need = {
  rooms: 2,
  stepFree: true,
  lift: false,
  neighbourhoods: ['Zuid'],
  incomeClass: 'low',
  from: '2026-11-01',
} as const;

describe('describe-housing-need', () => {
  it('describes the home that is sought', () => {
    spec('describe-housing-need').given().when(need).then('HousingNeedDescribed', need);
    const support = { arranged: true, from: '2026-11-01' };
    spec('describe-housing-need')
      .given()
      .when({ ...need, support })
      .then('HousingNeedDescribed', { ...need, support });
  });

  it.each([
    ['housing', 'owner'],
    ['care', 'stranger'],
  ] as const)('with a step of category %s, its owner is the %s', (category, who) => {
    const outcome = spec('describe-housing-need')
      .given(step('E1', 'corporatie', { category }))
      .when({ by: 'corporatie', ...need });
    if (who === 'owner') outcome.then('HousingNeedDescribed', need);
    else outcome.thenRejected('not-the-director', { director: 'sociaal-team' });
  });
});
