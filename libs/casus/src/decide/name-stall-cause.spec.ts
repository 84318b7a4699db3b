import { spec } from '#casus/specification';
import { STALL_CAUSE_CODES } from '#casus/stall-cause';

const cause = { stall: { pattern: 'UNANSWERED', about: 'H1' }, cause: 'TE_DRUK' } as const;

describe('name-stall-cause', () => {
  it('names why something stalls, as several may', () => {
    spec('name-stall-cause')
      .given()
      .when({ by: 'welzijn', ...cause })
      .then('StallCauseNamed', cause);
    spec('name-stall-cause')
      .given({ do: 'name-stall-cause', by: 'welzijn', ...cause })
      .when({ by: 'corporatie', ...cause, note: 'vol' })
      .then('StallCauseNamed', { ...cause, note: 'vol' });
  });

  it('takes causes from the taxonomy', () => {
    spec('name-stall-cause')
      .given()
      .when({ ...cause, cause: 'LUI' })
      .thenRejected('cause-unknown', { cause: 'LUI', known: STALL_CAUSE_CODES });
  });
});
