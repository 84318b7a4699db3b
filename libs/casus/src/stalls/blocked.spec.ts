import { step, type Brief } from '#casus/specification';
import { on, stallsIn } from '#casus/stalls/stall-specification';

const plan = (id: string, owner: string, more: Partial<Brief<'plan-step'>> = {}) =>
  step(id, owner, { at: '2026-09-14T08:00', rhythm: 100, ...more });
const behind = (id: string, ...after: string[]) =>
  plan(id, 'gemeente-wmo', { after: after.map((one) => ({ step: one })), target: '2026-09-25' });
const finish = (time: string, id: string, by = 'corporatie') => on(time, { do: 'complete-step', by, step: id });
/** Before the long rhythm of these steps is over. */
const seen = '2027-01-15T09:00';
const overtaken = (given: readonly Brief[], about = 'E1') =>
  stallsIn(given, { pattern: 'PLAN_OVERTAKEN', about, seen });
const blocked = (given: readonly Brief[], about = 'E1') => stallsIn(given, { pattern: 'BLOCKED', about, seen });
const DIRECTOR = 'sociaal-team';

describe('a blocked step past its target', () => {
  const E0 = plan('E0', 'corporatie');

  it.each<[string, Brief[], string[]]>([
    ['while what blocks it is not stalled', [E0, behind('E1', 'E0')], [`2026-09-26T00:00.. ${DIRECTOR}`]],
    [
      'until it is unblocked',
      [E0, behind('E1', 'E0'), finish('2026-09-29T10:00', 'E0')],
      [`2026-09-26T00:00..2026-09-29T10:00 ${DIRECTOR}`],
    ],
    ['not when it is unblocked in time', [E0, behind('E1', 'E0'), finish('2026-09-25T23:00', 'E0')], []],
    [
      'until it is replanned, and again from its new day',
      [
        E0,
        behind('E1', 'E0'),
        on('2026-09-29T10:00', { do: 'replan-step', by: 'gemeente-wmo', step: 'E1', target: '2026-10-09' }),
      ],
      [`2026-09-26T00:00..2026-09-29T10:00 ${DIRECTOR}`, `2026-10-10T00:00.. ${DIRECTOR}`],
    ],
    [
      'by the norm of a sector as well',
      [E0, plan('E1', 'zorgaanbieder', { after: [{ step: 'E0' }], term: { rule: 'TREEK-6W', from: '2026-09-14' } })],
      [`2026-10-27T00:00.. ${DIRECTOR}`],
    ],
    [
      'behind a step that is scheduled',
      [plan('E0', 'corporatie', { notBefore: '2026-12-01' }), behind('E1', 'E0')],
      [`2026-09-26T00:00.. ${DIRECTOR}`],
    ],
    [
      'not by a statutory term, which is exceeded',
      [E0, plan('E1', 'gemeente-wmo', { after: [{ step: 'E0' }], term: { rule: 'AWB-413-8W', from: '2026-09-14' } })],
      [],
    ],
    [
      'not by a right of the resident',
      [
        E0,
        plan('E1', 'gemeente-wmo', { after: [{ step: 'E0' }], term: { rule: 'AWB-67-BEZWAAR', from: '2026-09-14' } }),
      ],
      [],
    ],
    [
      'without the grace of an owner that cannot act: a target of tomorrow',
      [E0, plan('E1', 'gemeente-wmo', { after: [{ step: 'E0' }], target: '2026-09-15' })],
      [`2026-09-16T00:00.. ${DIRECTOR}`],
    ],
  ])('is an overtaken plan %s', (_what, given, expected) => {
    expect(overtaken(given)).toEqual(expected);
    expect(blocked(given)).toEqual([]);
  });

  it('becomes BLOCKED when what blocks it stalls, and an overtaken plan again when that is over', () => {
    const given = [
      plan('E0', 'corporatie', { target: '2026-10-02' }),
      behind('E1', 'E0'),
      on('2026-10-06T10:00', { do: 'replan-step', by: 'corporatie', step: 'E0', target: '2026-10-20' }),
      finish('2026-10-22T10:00', 'E0'),
    ];
    expect(overtaken(given)).toEqual([
      `2026-09-26T00:00..2026-10-03T00:00 ${DIRECTOR}`,
      `2026-10-06T10:00..2026-10-21T00:00 ${DIRECTOR}`,
    ]);
    expect(blocked(given)).toEqual([
      '2026-10-03T00:00..2026-10-06T10:00 corporatie root E0',
      '2026-10-21T00:00..2026-10-22T10:00 corporatie root E0',
    ]);
  });

  const ask: Brief = { do: 'ask', by: 'corporatie', step: 'E0', to: 'welzijn', what: 'x' };
  const offer: Brief = {
    do: 'offer-handoff',
    by: 'corporatie',
    step: 'E0',
    to: 'welzijn',
    handoff: 'H1',
    kind: 'warm',
  };
  it.each<[string, Brief[], string]>([
    ['STANDSTILL', [plan('E0', 'corporatie', { rhythm: 12 })], '2026-10-01T00:00.. corporatie'],
    ['UNANSWERED', [E0, on('2026-09-28T10:00', ask)], '2026-10-02T00:00.. welzijn'],
    [
      'NOT_REROUTED',
      [
        E0,
        on('2026-09-23T10:00', offer),
        on('2026-09-28T10:00', { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' }),
      ],
      '2026-10-02T00:00.. corporatie',
    ],
    ['TERM_EXCEEDED', [plan('E0', 'corporatie', { target: '2026-09-30' })], '2026-10-01T00:00.. corporatie'],
  ])('is BLOCKED by a step in %s', (_pattern, before, expected) => {
    expect(blocked([before[0] ?? E0, behind('E1', 'E0'), ...before.slice(1)])).toContain(`${expected} root E0`);
  });

  it.each<[string, Brief[]]>([
    [
      'PINGPONG',
      [
        on('2026-09-15T10:00', offer),
        on('2026-09-15T11:00', { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' }),
        on('2026-09-15T12:00', { ...offer, handoff: 'H2' }),
        on('2026-09-15T13:00', { do: 'decline-handoff', by: 'welzijn', handoff: 'H2', reason: 'at-capacity' }),
        on('2026-09-15T14:00', { do: 'start-step', by: 'corporatie', step: 'E0' }),
      ],
    ],
    [
      'BASIS_LAPSED',
      [on('2026-09-15T10:00', { do: 'withdraw-basis', partner: 'corporatie', categories: ['housing', 'care'] })],
    ],
  ])('is no BLOCKED but an overtaken plan behind a step in %s', (_pattern, more) => {
    const given = [E0, behind('E1', 'E0'), ...more];
    expect(blocked(given)).toEqual([]);
    expect(overtaken(given)).toEqual([`2026-09-26T00:00.. ${DIRECTOR}`]);
  });
});

describe('a chain of blocked steps', () => {
  const E0 = plan('E0', 'corporatie', { target: '2026-09-30' });

  it('names the step at its root', () => {
    const given = [E0, behind('E1', 'E0'), behind('E2', 'E1'), finish('2026-10-07T10:00', 'E0')];
    expect(blocked(given)).toEqual(['2026-10-01T00:00..2026-10-07T10:00 corporatie root E0']);
    expect(blocked(given, 'E2')).toEqual([
      '2026-10-01T00:00..2026-10-07T10:00 corporatie root E0',
      '2026-10-13T00:00.. gemeente-wmo root E1',
    ]);
    // E2 is blocked by E1 from then on, which gets three working days and then is late itself.
    expect(overtaken(given, 'E2')).toEqual([
      `2026-09-26T00:00..2026-10-01T00:00 ${DIRECTOR}`,
      `2026-10-07T10:00..2026-10-13T00:00 ${DIRECTOR}`,
    ]);
    const after = [...given, finish('2026-10-14T10:00', 'E1', 'gemeente-wmo')];
    expect(blocked(after, 'E2')).toContain('2026-10-13T00:00..2026-10-14T10:00 gemeente-wmo root E1');
  });

  it('does not go through a step that is within its own target', () => {
    const between = plan('E1', 'gemeente-wmo', { after: [{ step: 'E0' }], target: '2026-10-30' });
    const given = [E0, between, behind('E2', 'E1')];
    expect(overtaken(given, 'E2')).toEqual([`2026-09-26T00:00..2026-10-31T00:00 ${DIRECTOR}`]);
    expect(blocked(given, 'E2')).toEqual(['2026-10-31T00:00.. corporatie root E0']);
  });

  it('goes by the blocking step, of several the one with the latest last day', () => {
    const E9 = plan('E9', 'welzijn', { target: '2026-12-01' });
    const given = [E0, E9, behind('E1', 'E0', 'E9')];
    expect(blocked(given)).toEqual(['2026-12-02T00:00.. welzijn root E9']);
  });

  it('behind a cancelled step is the director’s to replan', () => {
    const given = [
      E0,
      behind('E1', 'E0'),
      on('2026-09-20T10:00', { do: 'cancel-step', by: 'corporatie', step: 'E0', reason: 'x' }),
    ];
    expect(overtaken(given)).toEqual([`2026-09-26T00:00.. ${DIRECTOR}`]);
  });
});
