import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const waitingFor = { kind: 'resident' } as const;
const completion = { ground: 'AWB-415-AANVULLING', waitingFor, firstDay: '2026-09-25', until: '2026-10-08' };
const suspended: Brief = { do: 'suspend-term', ...owner, ...completion };

describe('suspend-term', () => {
  it('suspends the term on a ground of the law, until the time that was set', () => {
    spec('suspend-term')
      .given(E1)
      .when({ ...owner, ...completion })
      .then('TermSuspended', { step: 'E1', source: 'Awb art. 4:15 lid 1 jo. 4:5', ...completion });
  });

  it('needs no time on a ground that sets none', () => {
    const force = {
      ground: 'AWB-415-OVERMACHT',
      waitingFor: { kind: 'external', name: 'CIZ' } as const,
      firstDay: '2026-09-25',
    };
    spec('suspend-term')
      .given(E1)
      .when({ ...owner, ...force })
      .then('TermSuspended', { step: 'E1', source: 'Awb art. 4:15 lid 2 onder c', ...force });
  });

  it.each([
    [{ waitingFor: { kind: 'external' } as const }, 'name-required', { kind: 'external' }],
    [{ ground: 'NONE' }, 'ground-unknown', { ground: 'NONE' }],
    [{ ground: 'AWB-414-MEDEDELING' }, 'ground-unknown', { ground: 'AWB-414-MEDEDELING' }],
    [{ until: undefined }, 'until-required', { ground: 'AWB-415-AANVULLING', source: 'Awb art. 4:15 lid 1 jo. 4:5' }],
    [{ until: '2026-09-24' }, 'until-before-first-day', { firstDay: '2026-09-25', until: '2026-09-24' }],
  ] as const)('is refused with %j', (more, code, details) => {
    // An undefined field is as good as none.
    const fields = { ...owner, ...completion, ...more } as typeof owner & typeof completion;
    spec('suspend-term').given(E1).when(fields).thenRejected(code, details);
  });

  it('may be for one day', () => {
    spec('suspend-term')
      .given(E1)
      .when({ ...owner, ...completion, until: '2026-09-25' })
      .thenAccepted();
  });

  it('is for a step with a term that the law lets be suspended', () => {
    spec('suspend-term')
      .given(step('E1', 'gemeente-wmo'))
      .when({ ...owner, ...completion })
      .thenRejected('no-term', { step: 'E1' });
    spec('suspend-term')
      .given(step('E1', 'gemeente-wmo', { term: { rule: 'WMO-232-ONDERZOEK', from: '2026-09-14' } }))
      .when({ ...owner, ...completion })
      .thenRejected('term-not-suspendable', { rule: 'WMO-232-ONDERZOEK', source: 'Wmo 2015 art. 2.3.2 lid 1' });
  });

  it('is a legal act of a municipal owner', () => {
    spec('suspend-term')
      .given(step('E1', 'corporatie', { term: { rule: 'AWB-413-8W', from: '2026-09-14' } }))
      .when({ ...owner, by: 'corporatie', ...completion })
      .thenRejected('not-municipal', { kind: 'housing-corporation' });
  });

  it('does not share a day with the one before', () => {
    const again = { ...owner, ...completion, until: '2026-10-20' };
    spec('suspend-term')
      .given(E1, suspended)
      .when({ ...again, firstDay: '2026-10-08' })
      .thenRejected('suspension-overlaps', {
        rule: 'AWB-413-8W',
        source: expect.stringContaining('Awb art. 4:15') as unknown,
        firstDay: '2026-09-25',
        lastDay: '2026-10-08',
      });
    spec('suspend-term')
      .given(E1, suspended)
      .when({ ...again, firstDay: '2026-10-09' })
      .thenAccepted();
    const resumed: Brief = { do: 'resume-term', ...owner, at: '2026-10-01T16:30', lastDay: '2026-10-01' };
    spec('suspend-term')
      .given(E1, suspended, resumed)
      .when({ ...again, firstDay: '2026-10-02' })
      .thenAccepted();
  });

  const firstOf = (firstDay: string, until?: string): Brief => ({
    do: 'suspend-term',
    ...owner,
    ground: 'AWB-415-OVERMACHT',
    waitingFor,
    firstDay,
    ...(until !== undefined && { until }),
  });

  it('may lie before another, on days of its own, and leaves that one to be resumed', () => {
    const earlier = { ...owner, ...completion, firstDay: '2026-09-15', until: '2026-09-24' };
    const given = [E1, suspended];
    spec('suspend-term')
      .given(...given)
      .when(earlier)
      .thenAccepted();
    spec('suspend-term')
      .given(...given)
      .when({ ...earlier, until: '2026-09-25' })
      .thenRejected('suspension-overlaps', expect.objectContaining({ firstDay: '2026-09-25' }) as object);
    const resumed: Brief = { do: 'resume-term', ...owner, at: '2026-10-01T16:30', lastDay: '2026-10-01' };
    const casus = stateOf(casusAfter(...given, { do: 'suspend-term', ...earlier }, resumed));
    expect(casus.steps.get('E1')?.suspensions.map(({ firstDay, until }) => [firstDay, until])).toEqual([
      ['2026-09-25', '2026-10-01'],
      ['2026-09-15', '2026-09-24'],
    ]);
  });

  it('does not lie around another, or on a day of one before the last', () => {
    const given = [E1, firstOf('2026-09-16', '2026-09-18'), suspended];
    for (const [firstDay, until] of [
      ['2026-09-15', '2026-09-20'],
      ['2026-09-18', '2026-09-20'],
    ]) {
      spec('suspend-term')
        .given(...given)
        .when({ ...owner, ...completion, firstDay, until } as typeof owner & typeof completion)
        .thenRejected('suspension-overlaps', expect.objectContaining({ firstDay: '2026-09-16' }) as object);
    }
  });

  it('shares no day with one that has no end', () => {
    const overlaps = {
      rule: 'AWB-413-8W',
      source: expect.stringContaining('Awb art. 4:15') as unknown,
      firstDay: '2026-09-20',
      lastDay: null,
    };
    spec('suspend-term')
      .given(E1, firstOf('2026-09-20'))
      .when({ ...owner, ...completion })
      .thenRejected('suspension-overlaps', overlaps);
    spec('suspend-term')
      .given(E1, firstOf('2026-09-20'))
      .when({ ...owner, ...completion, firstDay: '2026-09-15', until: '2026-09-19' })
      .thenAccepted();
  });

  it('begins within the term: from its first day to its last', () => {
    const source = expect.stringContaining('Awb art. 4:15') as unknown;
    const on = (firstDay: string) => ({ ...owner, ...completion, firstDay, until: '2026-12-01' });
    spec('suspend-term')
      .given(E1)
      .when({ ...owner, ...completion, firstDay: '2026-09-13' })
      .thenRejected('suspension-before-term', {
        rule: 'AWB-413-8W',
        source,
        firstDay: '2026-09-13',
        from: '2026-09-14',
      });
    spec('suspend-term').given(E1).when(on('2026-09-14')).thenAccepted();
    spec('suspend-term').given(E1).when(on('2026-11-09')).thenAccepted();
    spec('suspend-term').given(E1).when(on('2026-11-10')).thenRejected('suspension-after-term', {
      rule: 'AWB-413-8W',
      source,
      firstDay: '2026-11-10',
      lastDay: '2026-11-09',
    });
  });

  it('comes before the last day has passed', () => {
    const late = { ...owner, ...completion, firstDay: '2026-11-09', until: '2026-11-20' };
    spec('suspend-term')
      .given(E1)
      .when({ ...late, at: '2026-11-09T23:59' })
      .thenAccepted();
    spec('suspend-term')
      .given(E1)
      .when({ ...late, at: '2026-11-10T00:00' })
      .thenRejected('term-has-passed', {
        rule: 'AWB-413-8W',
        lastDay: '2026-11-09',
        source: 'Awb art. 4:15 lid 1 jo. 4:5',
      });
  });

  it('is about a step', () => {
    spec('suspend-term')
      .given()
      .when({ ...owner, ...completion })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
