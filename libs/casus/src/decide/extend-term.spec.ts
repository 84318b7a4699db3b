import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const notice = { ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01', reason: 'advies nodig' };

describe('extend-term', () => {
  it('moves the last day on a ground of the law', () => {
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice })
      .then('TermExtended', { step: 'E1', ...notice });
  });

  it('does so once on each ground', () => {
    const extended: Brief = { do: 'extend-term', ...owner, ...notice };
    spec('extend-term')
      .given(E1, extended)
      .when({ ...owner, ...notice })
      .thenRejected('already-extended', { ground: notice.ground });
  });

  it.each(['NONE', 'AWB-415-AANVULLING'])('knows no ground %s', (ground) => {
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice, ground })
      .thenRejected('ground-unknown', { ground });
  });

  it('moves no term that the ground is not for', () => {
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice, ground: 'AWB-710-VERDAGING' })
      .thenRejected('term-not-extendable', {
        rule: 'AWB-413-8W',
        source: expect.any(String) as unknown,
        ground: 'AWB-710-VERDAGING',
      });
    spec('extend-term')
      .given(step('E1', 'gemeente-wmo'))
      .when({ ...owner, ...notice })
      .thenRejected('no-term', { step: 'E1' });
  });

  it('is a legal act of a municipal owner', () => {
    spec('extend-term')
      .given(step('E1', 'corporatie', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } }))
      .when({ ...owner, by: 'corporatie', ...notice })
      .thenRejected('not-municipal', { kind: 'housing-corporation' });
  });

  it('is about a step', () => {
    spec('extend-term')
      .given()
      .when({ ...owner, ...notice })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
