import type { RefusalReason } from '#casus/vocabulary';
import type { Brief } from '#casus/specification';
import { E1, on, stallsIn } from '#casus/stalls/stall-specification';

/** On which day of September (at which hour) it happens to an offer of E1. */
const offer = (time: string, handoff: string, more: Partial<Brief<'offer-handoff'>> = {}): Brief => ({
  do: 'offer-handoff',
  by: 'gemeente-wmo',
  at: `2026-09-${time}:00`,
  step: 'E1',
  handoff,
  to: 'welzijn',
  kind: 'warm',
  ...more,
});
const decline = (time: string, handoff: string, by = 'welzijn', reason: RefusalReason = 'at-capacity'): Brief =>
  on(`2026-09-${time}:00`, { do: 'decline-handoff', by, handoff, reason });
const accept = (time: string, handoff: string, by = 'welzijn'): Brief =>
  on(`2026-09-${time}:00`, { do: 'accept-handoff', by, handoff });
const giveBack = (time: string, reason: RefusalReason = 'wrong-desk'): Brief =>
  on(`2026-09-${time}:00`, { do: 'return-step', by: 'welzijn', step: 'E1', reason });

const pingpong = (given: readonly Brief[]) => stallsIn([E1(), ...given], { pattern: 'PINGPONG' });
const twice = [offer('15T10', 'H1'), decline('15T12', 'H1'), offer('16T10', 'H2'), decline('16T12', 'H2')];
const FROM_SECOND = ['2026-09-16T12:00.. gemeente-wmo'];
const UNTIL_18 = ['2026-09-16T12:00..2026-09-18T10:00 gemeente-wmo'];
const to = (partner: string) => ({ to: partner });

describe('a step that goes to and fro between two partners', () => {
  it.each<[string, Brief[], string[]]>([
    ['once declined', twice.slice(0, 2), []],
    ['declined twice', twice, FROM_SECOND],
    [
      'declined once by each of two',
      [
        offer('15T10', 'H1'),
        decline('15T12', 'H1'),
        offer('16T10', 'H2', to('corporatie')),
        decline('16T12', 'H2', 'corporatie'),
      ],
      [],
    ],
    [
      'declined, then accepted and returned',
      [offer('15T10', 'H1'), decline('15T12', 'H1'), offer('16T10', 'H2'), accept('16T11', 'H2'), giveBack('16T12')],
      FROM_SECOND,
    ],
    [
      'returned, then declined the other way round',
      [
        offer('15T10', 'H1'),
        accept('15T11', 'H1'),
        offer('16T10', 'H2', { by: 'welzijn', to: 'gemeente-wmo' }),
        decline('16T11', 'H2', 'gemeente-wmo'),
        giveBack('16T12'),
      ],
      FROM_SECOND,
    ],
    [
      'withdrawn twice',
      [
        offer('15T10', 'H1'),
        on('2026-09-15T12:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' }),
        ...twice.slice(2),
      ],
      [],
    ],
    [
      'declined by the resident once',
      [offer('15T10', 'H1'), decline('15T12', 'H1', 'welzijn', 'resident-declined'), ...twice.slice(2)],
      [],
    ],
    [
      'returned by the resident’s choice',
      [...twice.slice(0, 2), offer('16T10', 'H2'), accept('16T11', 'H2'), giveBack('16T12', 'resident-declined')],
      [],
    ],
    [
      'accepted',
      [...twice, offer('17T10', 'H3'), accept('18T10', 'H3')],
      UNTIL_18.map((line) => line.replace('gemeente-wmo', 'welzijn')),
    ],
    [
      'accepted, and returned for a third time',
      [...twice, offer('17T10', 'H3'), accept('18T10', 'H3'), giveBack('21T10')],
      ['2026-09-16T12:00..2026-09-18T10:00 welzijn', '2026-09-21T10:00.. gemeente-wmo'],
    ],
    [
      'taken over',
      [
        ...twice,
        on('2026-09-17T10:00', { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' }),
        on('2026-09-18T10:00', { do: 'grant-takeover', by: 'gemeente-wmo', takeover: 'T1' }),
      ],
      ['2026-09-16T12:00..2026-09-18T10:00 gemeente-wmo'],
    ],
    [
      'reassigned',
      [
        ...twice,
        on('2026-09-18T10:00', {
          do: 'reassign-step',
          step: 'E1',
          to: 'corporatie',
          reason: 'x',
          agreed: { how: 'phone' },
        }),
      ],
      ['2026-09-16T12:00..2026-09-18T10:00 gemeente-wmo'],
    ],
    [
      'cancelled',
      [...twice, on('2026-09-18T10:00', { do: 'cancel-step', by: 'gemeente-wmo', step: 'E1', reason: 'x' })],
      UNTIL_18,
    ],
    [
      'done and reopened: what was settled stays so',
      [
        ...twice,
        on('2026-09-18T10:00', { do: 'complete-step', by: 'gemeente-wmo', step: 'E1' }),
        on('2026-09-21T10:00', { do: 'reopen-step', step: 'E1', reason: 'x' }),
      ],
      UNTIL_18,
    ],
    [
      'started by its owner, which settles nothing',
      [...twice, on('2026-09-18T10:00', { do: 'start-step', by: 'gemeente-wmo', step: 'E1' })],
      FROM_SECOND,
    ],
  ])('%s', (_what, given, expected) => {
    expect(pingpong(given)).toEqual(expected);
  });
});

describe('a step that is refused three times in a row', () => {
  const three = [
    offer('15T10', 'H1'),
    decline('15T12', 'H1'),
    offer('16T10', 'H2', to('corporatie')),
    decline('16T12', 'H2', 'corporatie'),
    offer('17T10', 'H3', to('zorgaanbieder')),
    decline('17T12', 'H3', 'zorgaanbieder'),
  ];
  const expiring = offer('17T10', 'H3', { to: 'zorgaanbieder', expiresOn: '2026-09-18' });

  it.each<[string, Brief[], string[]]>([
    ['by three partners', three, ['2026-09-17T12:00.. gemeente-wmo']],
    ['the third time by expiry', [...three.slice(0, 4), expiring], ['2026-09-19T00:00.. gemeente-wmo']],
    [
      'three expiries',
      ['H1', 'H2', 'H3'].map((handoff, index) =>
        offer(`${15 + 2 * index}T10`, handoff, { expiresOn: `2026-09-${15 + 2 * index}` }),
      ),
      ['2026-09-20T00:00.. gemeente-wmo'],
    ],
    [
      'two expiries of one pair',
      ['H1', 'H2'].map((handoff, index) =>
        offer(`${15 + 2 * index}T10`, handoff, { expiresOn: `2026-09-${15 + 2 * index}` }),
      ),
      [],
    ],
    [
      'with an acceptance between',
      [
        ...three.slice(0, 4),
        offer('16T13', 'H4', to('zorgaanbieder')),
        accept('16T14', 'H4', 'zorgaanbieder'),
        offer('17T10', 'H5', { by: 'zorgaanbieder', to: 'corporatie' }),
        decline('17T12', 'H5', 'corporatie'),
      ],
      [],
    ],
    [
      'with a refusal by the resident between, which does not break the row',
      [
        ...three.slice(0, 4),
        offer('16T13', 'H4'),
        decline('16T14', 'H4', 'welzijn', 'resident-declined'),
        ...three.slice(4),
      ],
      ['2026-09-17T12:00.. gemeente-wmo'],
    ],
    [
      'accepted in the end',
      [...three, offer('18T09', 'H6'), accept('18T10', 'H6')],
      ['2026-09-17T12:00..2026-09-18T10:00 welzijn'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(pingpong(given)).toEqual(expected);
  });
});
