import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const suspended: Brief = {
  do: 'suspend-term',
  ...owner,
  ground: 'AWB-415-AANVULLING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-25',
  until: '2026-10-08',
};

describe('resume-term', () => {
  it('names the last day of the suspension', () => {
    spec('resume-term')
      .given(E1, suspended)
      .when({ ...owner, at: '2026-10-01T16:30', lastDay: '2026-10-01' })
      .then('TermResumed', { step: 'E1', lastDay: '2026-10-01' });
  });

  it.each([
    ['2026-10-01T16:30', '2026-10-01', '2026-10-02T00:00'],
    ['2026-10-01T16:30', '2026-10-05', '2026-10-06T00:00'],
    ['2026-10-01T16:30', '2026-09-28', '2026-10-01T16:30'],
    ['2026-10-20T10:00', '2026-10-08', '2026-10-20T10:00'],
  ])('recorded at %s with last day %s, lets it hold until %s', (time, lastDay, to) => {
    const resumed: Brief = { do: 'resume-term', ...owner, at: time, lastDay };
    expect(stateOf(casusAfter(E1, suspended, resumed)).steps.get('E1')?.suspensions).toEqual([
      expect.objectContaining({ firstDay: '2026-09-25', until: lastDay, to: at(to), resumed: true }),
    ]);
  });

  it('does not end it before it began', () => {
    spec('resume-term')
      .given(E1, suspended)
      .when({ ...owner, lastDay: '2026-09-24' })
      .thenRejected('resume-before-start', {
        rule: 'AWB-413-8W',
        ground: 'AWB-415-AANVULLING',
        firstDay: '2026-09-25',
        lastDay: '2026-09-24',
      });
    spec('resume-term')
      .given(E1, suspended)
      .when({ ...owner, lastDay: '2026-09-25' })
      .thenAccepted();
  });

  it('does not go beyond the time that was set, and has no such end where none was', () => {
    const beyond = { ...owner, at: '2026-10-12T09:00', lastDay: '2026-10-09' };
    spec('resume-term').given(E1, suspended).when(beyond).thenRejected('resume-after-set-time', {
      rule: 'AWB-413-8W',
      ground: 'AWB-415-AANVULLING',
      until: '2026-10-08',
      lastDay: '2026-10-09',
    });
    const { until: _until, ...openEnded } = { ...suspended, ground: 'AWB-415-OVERMACHT' };
    spec('resume-term').given(E1, openEnded).when(beyond).thenAccepted();
  });

  it('ends it once', () => {
    spec('resume-term')
      .given(E1, suspended, { do: 'resume-term', ...owner, at: '2026-10-01T16:30', lastDay: '2026-10-01' })
      .when({ ...owner, at: '2026-10-03T09:00', lastDay: '2026-10-02' })
      .thenRejected('not-in-this-state');
  });

  it('is a legal act of a municipal owner', () => {
    spec('resume-term')
      .given(E1, suspended, {
        do: 'reassign-step',
        step: 'E1',
        to: 'corporatie',
        reason: 'x',
        agreed: { how: 'phone' },
      })
      .when({ ...owner, by: 'corporatie', lastDay: '2026-10-01' })
      .thenRejected('not-municipal', { kind: 'housing-corporation' });
  });

  it('is about a step', () => {
    spec('resume-term')
      .given()
      .when({ ...owner, lastDay: '2026-10-01' })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
