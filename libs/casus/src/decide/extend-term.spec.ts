import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const notice = { ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01', reason: 'advies nodig' };

describe('extend-term', () => {
  it('moves the last day on a ground of the law', () => {
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice })
      .then('TermExtended', { step: 'E1', source: 'Awb art. 4:14', ...notice });
  });

  it('does so once on each ground', () => {
    const extended: Brief = { do: 'extend-term', ...owner, ...notice };
    spec('extend-term')
      .given(E1, extended)
      .when({ ...owner, ...notice })
      .thenRejected('already-extended', { rule: 'AWB-413-8W', ground: notice.ground, source: 'Awb art. 4:14' });
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

  it('comes before the last day has passed, and moves it to a later one', () => {
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice, lastDay: '2026-11-09' })
      .thenRejected('extension-not-later', { lastDay: '2026-11-09', given: '2026-11-09', source: 'Awb art. 4:14' });
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice, at: '2026-11-09T23:59' })
      .thenAccepted();
    spec('extend-term')
      .given(E1)
      .when({ ...owner, ...notice, at: '2026-11-10T00:00' })
      .thenRejected('term-has-passed', { lastDay: '2026-11-09', source: 'Awb art. 4:14' });
  });

  it('moves it by no more than the ground allows', () => {
    const objection = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-710-BOB', from: '2026-09-14' } });
    const adjourned = { ...owner, ground: 'AWB-710-VERDAGING' };
    spec('extend-term')
      .given(objection)
      .when({ ...adjourned, lastDay: '2027-01-18' })
      .thenAccepted();
    spec('extend-term')
      .given(objection)
      .when({ ...adjourned, lastDay: '2027-01-19' })
      .thenRejected('extension-too-long', {
        latest: '2027-01-18',
        given: '2027-01-19',
        source: 'Awb art. 7:10 lid 3',
      });
  });

  it('moves no day that nobody knows while the term is suspended without an end', () => {
    const objection = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-710-BOB', from: '2026-09-14' } });
    const force = { ground: 'AWB-415-OVERMACHT', waitingFor: { kind: 'resident' }, firstDay: '2026-09-25' } as const;
    const suspended: Brief = { do: 'suspend-term', ...owner, at: '2026-09-24T09:00', ...force };
    const adjourned = { ...owner, ground: 'AWB-710-VERDAGING', at: '2026-10-02T09:00' };
    const unknown = { rule: 'AWB-710-BOB', ground: force.ground, firstDay: force.firstDay };
    for (const lastDay of ['2020-01-01', '2027-01-18', '2030-01-01']) {
      spec('extend-term')
        .given(objection, suspended)
        .when({ ...adjourned, lastDay })
        .thenRejected('last-day-unknown', { ...unknown, source: 'Awb art. 7:10 lid 3' });
    }
    const resumed: Brief = { do: 'resume-term', ...owner, at: '2026-10-01T09:00', lastDay: '2026-10-01' };
    spec('extend-term')
      .given(objection, suspended, resumed)
      .when({ ...adjourned, lastDay: '2027-01-25' })
      .thenAccepted();
    spec('extend-term')
      .given(objection, suspended, resumed)
      .when({ ...adjourned, lastDay: '2030-01-01' })
      .thenRejected('extension-too-long', expect.any(Object) as Record<string, unknown>);
  });

  it('moves no term without a length', () => {
    spec('extend-term')
      .given(step('E1', 'gemeente-wmo', { term: { rule: 'WMO-233-SPOED', from: '2026-09-14' } }))
      .when({ ...owner, ...notice })
      .thenRejected(
        'term-not-extendable',
        expect.objectContaining({ rule: 'WMO-233-SPOED' }) as Record<string, unknown>,
      );
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
