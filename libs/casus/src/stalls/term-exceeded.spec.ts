import { plusMs } from '#event-sourcing/instant';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { E1, offered, on, stallsIn } from '#casus/stalls/stall-specification';
import { stallsAt } from '#casus/standings';

const owner = { by: 'gemeente-wmo', step: 'E1' };
/** Eight weeks from Monday 14 September: Monday 9 November. */
const statutory = (more: Partial<Brief<'plan-step'>> = {}) =>
  E1({ term: { rule: 'AWB-413-8W', from: '2026-09-14' }, ...more });
/** Ten working days from Monday 14 September: Monday the 28th. */
const agreed = (more: Partial<Brief<'plan-step'>> = {}) =>
  E1({ term: { rule: 'AFSPRAAK-10WD', from: '2026-09-14' }, ...more });
const E0 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E0', 'corporatie', { at: '2026-09-14T08:00', term: { rule: 'AWB-413-8W', from: '2026-09-14' }, ...more });
const done: Brief = { do: 'complete-step', ...owner };
const suspend = (more: Partial<Brief<'suspend-term'>> = {}): Brief => ({
  do: 'suspend-term',
  ...owner,
  at: '2026-11-02T10:00',
  ground: 'AWB-415-INSTEMMING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-11-03',
  ...more,
});
const reassign = (time: string): Brief => ({
  do: 'reassign-step',
  at: time,
  step: 'E1',
  to: 'welzijn',
  reason: 'x',
  agreed: { how: 'phone' },
});
const exceeded = (given: readonly Brief[]) => stallsIn(given, { pattern: 'TERM_EXCEEDED', about: 'E1' });
const FROM_10_NOVEMBER = ['2026-11-10T00:00.. gemeente-wmo'];

describe('a statutory term that is exceeded', () => {
  it('stalls from 00:00 of the day after its last day, not a millisecond earlier', () => {
    const history = casusAfter(statutory());
    const midnight = at('2026-11-10T00:00');
    const found = (time: typeof midnight) =>
      stallsAt(history, time).filter(({ pattern }) => pattern === 'TERM_EXCEEDED');
    expect(found(plusMs(midnight, -1))).toEqual([]);
    expect(found(midnight)).toEqual([
      {
        pattern: 'TERM_EXCEEDED',
        about: 'E1',
        root: 'E1',
        onTheMove: 'gemeente-wmo',
        waiting: null,
        since: midnight,
        until: null,
      },
    ]);
  });

  it.each<[string, Brief[], string[]]>([
    ['done on its last day', [statutory(), on('2026-11-09T23:59', done)], []],
    ['done late', [statutory(), on('2026-11-12T10:00', done)], ['2026-11-10T00:00..2026-11-12T10:00 gemeente-wmo']],
    [
      'cancelled late',
      [statutory(), on('2026-11-12T10:00', { do: 'cancel-step', ...owner, reason: 'x' })],
      ['2026-11-10T00:00..2026-11-12T10:00 gemeente-wmo'],
    ],
    [
      'reopened late',
      [
        statutory(),
        on('2026-11-09T10:00', done),
        on('2026-11-12T10:00', { do: 'reopen-step', step: 'E1', reason: 'x' }),
      ],
      ['2026-11-12T10:00.. gemeente-wmo'],
    ],
    [
      'extended before',
      [
        statutory(),
        on('2026-11-09T10:00', { do: 'extend-term', ...owner, ground: 'AWB-414-MEDEDELING', lastDay: '2026-11-21' }),
      ],
      ['2026-11-22T00:00.. gemeente-wmo'],
    ],
    ['scheduled: nobody is on the move, then its owner', [statutory({ notBefore: '2026-12-01' })], FROM_10_NOVEMBER],
    [
      'blocked: whoever blocks it is on the move',
      [E0(), statutory({ after: [{ step: 'E0' }] })],
      ['2026-11-10T00:00.. corporatie'],
    ],
    [
      'waiting: `wait-for` stops no statutory clock',
      [
        statutory(),
        on('2026-11-02T10:00', {
          do: 'wait-for',
          ...owner,
          waitingFor: { kind: 'resident' },
          reason: 'x',
          until: '2026-12-31',
        }),
      ],
      ['2026-11-10T00:00.. gemeente-wmo'],
    ],
    [
      'of another owner: the law grants no grace',
      [statutory(), reassign('2026-11-09T10:00')],
      ['2026-11-10T00:00.. welzijn'],
    ],
    ['suspended without a set time', [statutory(), suspend()], []],
    [
      'suspended and resumed: eleven days longer, over the weekend',
      [statutory(), suspend(), on('2026-11-13T10:00', { do: 'resume-term', ...owner, lastDay: '2026-11-14' })],
      ['2026-11-24T00:00.. gemeente-wmo'],
    ],
    ['suspended with a set time', [statutory(), suspend({ until: '2026-11-04' })], ['2026-11-12T00:00.. gemeente-wmo']],
    [
      'suspended in time, resumed with a day that had passed, when its last day had passed too',
      [
        statutory(),
        suspend({ at: '2026-11-05T10:00', firstDay: '2026-11-06' }),
        on('2026-11-20T10:00', { do: 'resume-term', ...owner, lastDay: '2026-11-13' }),
      ],
      ['2026-11-20T10:00.. gemeente-wmo'],
    ],
    ['by a right of the resident, which lapses', [E1({ term: { rule: 'AWB-67-BEZWAAR', from: '2026-09-14' } })], []],
    ['by a rule that names an earliest day', [E1({ term: { rule: 'PW-41-ZOEKTERMIJN', from: '2026-09-14' } })], []],
    ['by a rule without a length', [E1({ term: { rule: 'WMO-233-SPOED', from: '2026-09-14' } })], []],
  ])('%s', (_what, given, expected) => {
    expect(exceeded(given)).toEqual(expected);
  });

  it('by the earlier of a term and a target, without a break', () => {
    expect(exceeded([statutory({ target: '2026-10-01' })])).toEqual(['2026-10-02T00:00.. gemeente-wmo']);
    expect(exceeded([statutory({ target: '2026-12-01' })])).toEqual(FROM_10_NOVEMBER);
  });
});

describe('a norm, an agreement or a target that is exceeded', () => {
  it.each<[string, Brief[], string[]]>([
    ['an agreement', [agreed()], ['2026-09-29T00:00.. gemeente-wmo']],
    ['a target on a Saturday', [E1({ target: '2026-09-26' })], ['2026-09-27T00:00.. gemeente-wmo']],
    [
      'a target of tomorrow: three working days after it got its owner',
      [E1({ target: '2026-09-15' })],
      ['2026-09-18T00:00.. gemeente-wmo'],
    ],
    [
      'a target that is moved',
      [E1({ target: '2026-09-26' }), on('2026-09-29T10:00', { do: 'replan-step', ...owner, target: '2026-10-02' })],
      ['2026-09-27T00:00..2026-09-29T10:00 gemeente-wmo', '2026-10-03T00:00.. gemeente-wmo'],
    ],
    ['of a new owner: it gets its grace', [agreed(), reassign('2026-09-28T10:00')], ['2026-10-02T00:00.. welzijn']],
    [
      'late, then of a new owner',
      [
        agreed(),
        offered({ at: '2026-09-29T09:00' }),
        on('2026-09-30T10:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }),
      ],
      ['2026-09-29T00:00..2026-09-30T10:00 welzijn', '2026-10-06T00:00.. welzijn'],
    ],
    ['blocked', [E0(), agreed({ after: [{ step: 'E0' }] })], []],
    [
      'unblocked: three working days from then',
      [
        E0(),
        agreed({ after: [{ step: 'E0' }] }),
        on('2026-10-01T10:00', { do: 'complete-step', by: 'corporatie', step: 'E0' }),
      ],
      ['2026-10-07T00:00.. gemeente-wmo'],
    ],
    [
      'scheduled until after it: three working days from its start',
      [agreed({ notBefore: '2026-10-05' })],
      ['2026-10-09T00:00.. gemeente-wmo'],
    ],
    [
      'waiting: it goes on',
      [
        agreed(),
        on('2026-09-20T10:00', {
          do: 'wait-for',
          ...owner,
          waitingFor: { kind: 'external', name: 'bank' },
          reason: 'x',
          until: '2026-10-30',
        }),
      ],
      ['2026-09-29T00:00.. gemeente-wmo'],
    ],
    [
      'reported: it goes on',
      [agreed({ confirmedBy: 'corporatie' }), on('2026-09-28T10:00', done)],
      ['2026-09-29T00:00.. corporatie'],
    ],
    [
      'a target while its term is suspended: the step waits',
      [statutory({ target: '2026-11-06' }), suspend()],
      ['2026-11-07T00:00.. resident'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(exceeded(given)).toEqual(expected);
  });

  it('names whoever is on the move now, or was when it ended', () => {
    const given = [agreed(), offered({ at: '2026-10-05T10:00' })];
    expect(stallsIn(given, { pattern: 'TERM_EXCEEDED', seen: '2026-10-05T09:59' })).toEqual([
      '2026-09-29T00:00.. gemeente-wmo',
    ]);
    expect(exceeded(given)).toEqual(['2026-09-29T00:00.. welzijn']);
  });
});
