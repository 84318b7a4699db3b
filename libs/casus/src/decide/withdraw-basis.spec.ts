import { at, basis, casusAfter, spec, stateOf } from '#casus/specification';
import { hasBasis } from '#casus/bases';

const withdrawal = { partner: 'welzijn', categories: ['care', 'housing'] } as const;

describe('withdraw-basis', () => {
  it('withdraws categories for the persons named, or for all', () => {
    spec('withdraw-basis')
      .given()
      .when(withdrawal)
      .then('BasisWithdrawn', { ...withdrawal, persons: ['eva', 'ineke'] });
    spec('withdraw-basis')
      .given()
      .when({ ...withdrawal, persons: ['eva'] })
      .then('BasisWithdrawn', { ...withdrawal, persons: ['eva'] }, { subjects: ['person-eva'] });
  });

  it.each([
    [{ ...withdrawal, partner: 'school' }],
    [{ partner: 'welzijn', categories: ['income'] as const }],
    [{ ...withdrawal, persons: ['ineke'] }],
  ])('is refused where it would withdraw nothing (%#)', (fields) => {
    spec('withdraw-basis')
      .given()
      .when(fields)
      .thenRejected('no-such-basis', { partner: fields.partner, categories: [...fields.categories] });
  });

  it('happens once', () => {
    spec('withdraw-basis')
      .given({ do: 'withdraw-basis', ...withdrawal })
      .when(withdrawal)
      .thenRejected('no-such-basis');
  });

  it('is about persons of this casus', () => {
    spec('withdraw-basis')
      .given()
      .when({ ...withdrawal, persons: ['noor'] })
      .thenRejected('resident-unknown', { resident: 'noor' });
  });

  it('touches no basis that is given later', () => {
    const history = casusAfter({ do: 'withdraw-basis', ...withdrawal }, basis('welzijn'));
    expect(hasBasis(stateOf(history), 'welzijn', at('2026-09-14T09:00'))).toBe(true);
  });
});
