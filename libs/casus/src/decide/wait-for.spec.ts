import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const owner = { by: 'corporatie', step: 'E1', reason: 'papieren' };
const resident = { kind: 'resident' } as const;

describe('wait-for', () => {
  it('waits until a day', () => {
    spec('wait-for')
      .given(E1)
      .when({ ...owner, waitingFor: { kind: 'external', name: 'CIZ' }, until: '2026-10-30' })
      .then('WaitingStarted', {
        step: 'E1',
        waitingFor: { kind: 'external', name: 'CIZ' },
        reason: 'papieren',
        until: '2026-10-30',
      });
  });

  it.each([
    ['2026-09-14T09:01', '2026-09-28'],
    ['2026-09-14T00:00', '2026-09-28'],
    ['2026-09-12T10:00', '2026-09-25'],
    ['2026-12-18T16:00', '2027-01-05'],
  ])('waits ten working days when nothing is said: from %s until %s', (time, until) => {
    spec('wait-for')
      .given(step('E1', 'corporatie', { at: '2026-09-01T09:00' }))
      .when({ ...owner, at: time, waitingFor: resident })
      .then('WaitingStarted', { step: 'E1', waitingFor: resident, reason: 'papieren', until });
  });

  it('may end today, not yesterday', () => {
    const waiting = { ...owner, waitingFor: { kind: 'supply', name: 'kamer' } as const };
    spec('wait-for')
      .given(E1)
      .when({ ...waiting, until: '2026-09-14' })
      .thenAccepted();
    spec('wait-for')
      .given(E1)
      .when({ ...waiting, at: '2026-09-14T09:01', until: '2026-09-13' })
      .thenRejected('day-has-passed', { field: 'until', day: '2026-09-13', occurredAt: at('2026-09-14T09:01') });
  });

  it('names an outside party, which nobody could chase otherwise; a resident and supply need no name', () => {
    spec('wait-for')
      .given(E1)
      .when({ ...owner, waitingFor: { kind: 'external' } })
      .thenRejected('name-required', { kind: 'external' });
    for (const kind of ['resident', 'supply'] as const) {
      spec('wait-for')
        .given(E1)
        .when({ ...owner, waitingFor: { kind } })
        .thenAccepted();
    }
  });

  it('may be done by the director in place of the owner', () => {
    spec('wait-for')
      .given(E1)
      .when({ step: 'E1', reason: 'papieren', waitingFor: resident, until: '2026-09-20' })
      .then(
        'WaitingStarted',
        { step: 'E1', waitingFor: resident, reason: 'papieren', until: '2026-09-20' },
        { onBehalfOf: 'corporatie' },
      );
  });

  it('begins anew once the last one has passed', () => {
    const first: Brief = { do: 'wait-for', ...owner, waitingFor: resident, until: '2026-09-18' };
    const again: Brief = { ...first, at: '2026-09-19T00:00', until: '2026-09-25' };
    expect(stateOf(casusAfter(E1, first, again)).steps.get('E1')?.waiting).toMatchObject({ until: '2026-09-25' });
  });

  it('is about a step', () => {
    spec('wait-for')
      .given()
      .when({ ...owner, waitingFor: resident })
      .thenRejected('step-unknown', { step: 'E1' });
  });

  it.each<Brief>([
    { do: 'return-step', by: 'corporatie', step: 'E1', reason: 'at-capacity' },
    { do: 'reassign-step', step: 'E1', to: 'welzijn', reason: 'anders', agreed: { how: 'phone' } },
    { do: 'cancel-step', step: 'E1', reason: 'niet nodig' },
    { do: 'resume', by: 'corporatie', step: 'E1' },
    { do: 'complete-step', by: 'corporatie', step: 'E1' },
  ])('is ended by $do', (brief) => {
    const waiting: Brief = { do: 'wait-for', ...owner, waitingFor: resident };
    expect(stateOf(casusAfter(E1, waiting)).steps.get('E1')?.waiting).toBeDefined();
    expect(stateOf(casusAfter(E1, waiting, brief)).steps.get('E1')?.waiting).toBeUndefined();
  });
});
