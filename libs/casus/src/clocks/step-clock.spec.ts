import { casusAfter, standing, step, type Brief } from '#casus/specification';
import { E1, offered, on } from '#casus/stalls/stall-specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const daysOf = (given: readonly Brief[], time = '2026-09-15T09:00') => {
  const { lastDay, warnsOn } = standing(casusAfter(...given), 'E1', time);
  return [lastDay, warnsOn];
};
const term = (rule: string, from: string) => E1({ at: `${from}T09:00`, term: { rule, from } });
const suspend = (until?: string): Brief => ({
  do: 'suspend-term',
  ...owner,
  at: '2026-09-24T14:00',
  ground: 'AWB-415-INSTEMMING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-25',
  ...(until !== undefined && { until }),
});
const statutory = E1({ at: '2026-09-10T10:15', term: { rule: 'AWB-413-8W', from: '2026-09-10' } });

describe('the last day and the warn day of a step', () => {
  it.each<[string, Brief[], string, (string | null)[]]>([
    ['without a clock', [E1()], '2026-09-15', [null, null]],
    [
      'of eight weeks: five working days before',
      [term('AWB-413-8W', '2026-09-21')],
      '2026-09-22',
      ['2026-11-16', '2026-11-09'],
    ],
    [
      'of seven days: two thirds of the way',
      [term('WMO-232-PLAN', '2026-09-15')],
      '2026-09-16',
      ['2026-09-22', '2026-09-20'],
    ],
    ['with a warning of its own', [term('TREEK-6W', '2026-09-21')], '2026-09-22', ['2026-11-02', '2026-10-19']],
    ['that is an earliest day', [term('PW-41-ZOEKTERMIJN', '2026-09-21')], '2026-09-22', [null, null]],
    ['without a length', [term('WMO-233-SPOED', '2026-09-21')], '2026-09-22', [null, null]],
    ['from the end of another', [term('AWB-710-BOB', '2026-09-21')], '2026-09-22', ['2026-12-14', '2026-12-07']],
    [
      'of a target, from the day of planning',
      [E1({ target: '2026-09-22' })],
      '2026-09-15',
      ['2026-09-22', '2026-09-20'],
    ],
    [
      'of a target that is moved, from the day of planning',
      [E1({ target: '2026-10-30' }), on('2026-09-15T08:00', { do: 'replan-step', ...owner, target: '2026-09-22' })],
      '2026-09-15',
      ['2026-09-22', '2026-09-20'],
    ],
    [
      'of the earlier of two: the target',
      [E1({ term: { rule: 'AWB-413-8W', from: '2026-09-14' }, target: '2026-10-30' })],
      '2026-09-15',
      ['2026-10-30', '2026-10-23'],
    ],
    [
      'of the earlier of two: the term',
      [E1({ term: { rule: 'AWB-413-8W', from: '2026-09-14' }, target: '2026-11-30' })],
      '2026-09-15',
      ['2026-11-09', '2026-11-02'],
    ],
    [
      'suspended until a day: as if it ran to it',
      [statutory, suspend('2026-10-08')],
      '2026-09-26',
      ['2026-11-19', '2026-11-12'],
    ],
    ['suspended for as long as it takes', [statutory, suspend()], '2026-09-26', [null, null]],
    [
      'resumed: the seven days are added',
      [
        statutory,
        suspend('2026-10-08'),
        on('2026-10-01T16:30', { do: 'resume-term', ...owner, lastDay: '2026-10-01' }),
      ],
      '2026-10-02',
      ['2026-11-12', '2026-11-05'],
    ],
    [
      'extended',
      [
        statutory,
        on('2026-11-02T10:00', { do: 'extend-term', ...owner, ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01' }),
      ],
      '2026-11-03',
      ['2026-12-01', '2026-11-24'],
    ],
    [
      'extended, and suspended after it',
      [
        statutory,
        on('2026-09-20T10:00', { do: 'extend-term', ...owner, ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01' }),
        suspend('2026-09-26'),
      ],
      '2026-09-27',
      ['2026-12-03', '2026-11-26'],
    ],
    [
      'of a step that is done',
      [E1({ target: '2026-09-22' }), on('2026-09-15T08:00', { do: 'complete-step', ...owner })],
      '2026-09-16',
      [null, null],
    ],
  ])('%s', (_what, given, day, expected) => {
    expect(daysOf(given, `${day}T09:00`)).toEqual(expected);
  });
});

describe('a target is fair', () => {
  const accepted = [
    offered({ at: '2026-09-21T10:00' }),
    on('2026-09-22T10:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }),
  ];
  const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });

  it.each<[string, Brief[], string, (string | null)[]]>([
    [
      'to a new owner: three working days',
      [E1({ target: '2026-09-22' }), ...accepted],
      '2026-09-23',
      ['2026-09-25', '2026-09-22'],
    ],
    [
      'which is later than the day itself only then',
      [E1({ target: '2026-09-30' }), ...accepted],
      '2026-09-23',
      ['2026-09-30', '2026-09-25'],
    ],
    [
      'over a weekend',
      [E1({ at: '2026-09-17T09:00', target: '2026-09-18' })],
      '2026-09-18',
      ['2026-09-22', '2026-09-21'],
    ],
    [
      'while it is blocked: the bare day',
      [E0, E1({ after: [{ step: 'E0' }], target: '2026-09-15' })],
      '2026-09-15',
      ['2026-09-15', '2026-09-15'],
    ],
    [
      'unblocked: from then',
      [
        E0,
        E1({ after: [{ step: 'E0' }], target: '2026-09-15' }),
        on('2026-09-21T10:00', { do: 'complete-step', by: 'corporatie', step: 'E0' }),
      ],
      '2026-09-22',
      ['2026-09-24', '2026-09-21'],
    ],
    [
      'while it is scheduled: the bare day',
      [E1({ notBefore: '2026-09-21', target: '2026-09-18' })],
      '2026-09-16',
      ['2026-09-18', '2026-09-17'],
    ],
    [
      'from the day it may start',
      [E1({ notBefore: '2026-09-21', target: '2026-09-18' })],
      '2026-09-21',
      ['2026-09-24', '2026-09-21'],
    ],
  ])('%s', (_what, given, day, expected) => {
    expect(daysOf(given, `${day}T12:00`)).toEqual(expected);
  });

  it('but a statutory term grants no grace', () => {
    const given = [
      E1({ at: '2026-09-14T08:00', term: { rule: 'WGS-4-SPOED', from: '2026-09-14' } }),
      on('2026-09-17T10:00', { do: 'reassign-step', step: 'E1', to: 'welzijn', reason: 'x', agreed: { how: 'phone' } }),
    ];
    expect(daysOf(given, '2026-09-17T12:00')).toEqual(['2026-09-17', '2026-09-16']);
  });
});
