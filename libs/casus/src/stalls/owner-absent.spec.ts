import { localDate } from '#calendar/local-date';
import type { Brief } from '#casus/specification';
import { E1, known, offered, on, partnersWith, stallsIn, type Known } from '#casus/stalls/stall-specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const claim = on('2026-09-15T10:00', { do: 'claim-step', ...owner, person: 'consulent' });
const claimed = [E1(), claim];

/** Away from Monday to Friday the 25th, five working days, unless it says otherwise. */
const away = (
  {
    from = '2026-09-21',
    until = '2026-09-25',
    person = 'consulent',
    substitute,
  }: {
    from?: string;
    until?: string;
    person?: string;
    substitute?: string;
  } = {},
  time?: string,
  partner = 'gemeente-wmo',
): Known => {
  const days = { from: localDate(from), until: localDate(until) };
  const data = { absence: 'absence-1', person, ...days, ...(substitute !== undefined && { substitute }) };
  return known(partner, 'PartnerAbsencePlanned', data, time);
};
const back = (time: string): Known =>
  known('gemeente-wmo', 'PartnerAbsenceWithdrawn', { absence: 'absence-1', person: 'consulent' }, time);
const ALL_WEEK = ['2026-09-21T00:00..2026-09-26T00:00 gemeente-wmo'];

describe('the person on the move is away', () => {
  it.each<[string, Known[], Brief[], string[]]>([
    ['for a week, from its first day to the end of its last', [away()], claimed, ALL_WEEK],
    ['for three working days', [away({ until: '2026-09-23' })], claimed, []],
    ['for three working days and a weekend', [away({ from: '2026-09-18', until: '2026-09-22' })], claimed, []],
    [
      'for four working days',
      [away({ from: '2026-09-17', until: '2026-09-22' })],
      claimed,
      ['2026-09-17T00:00..2026-09-23T00:00 gemeente-wmo'],
    ],
    ['with a substitute', [away({ substitute: 'collega' })], claimed, []],
    [
      'from the claim, if later',
      [away()],
      [E1(), on('2026-09-22T10:00', claim)],
      ['2026-09-22T10:00..2026-09-26T00:00 gemeente-wmo'],
    ],
    [
      'as soon as it is told, after it began',
      [away({}, '2026-09-22T10:00')],
      claimed,
      ['2026-09-22T10:00..2026-09-26T00:00 gemeente-wmo'],
    ],
    [
      'and back early',
      [away(), back('2026-09-23T10:00')],
      claimed,
      ['2026-09-21T00:00..2026-09-23T10:00 gemeente-wmo'],
    ],
    ['and never went', [away(), back('2026-09-18T10:00')], claimed, []],
    ['without a claim', [away()], [E1()], []],
    ['but another claimed it', [away({ person: 'collega' })], claimed, []],
    ['but is of another partner', [away({}, undefined, 'welzijn')], claimed, []],
    [
      'over days on which its partner is closed, which count',
      [
        away(),
        known('gemeente-wmo', 'PartnerClosingDaysSet', { days: [localDate('2026-09-21'), localDate('2026-09-22')] }),
      ],
      claimed,
      ALL_WEEK,
    ],
    [
      'until it lets go',
      [away()],
      [...claimed, on('2026-09-23T10:00', { do: 'release-step', ...owner })],
      ['2026-09-21T00:00..2026-09-23T10:00 gemeente-wmo'],
    ],
    [
      'until the step is reassigned',
      [away()],
      [
        ...claimed,
        on('2026-09-23T10:00', {
          do: 'reassign-step',
          step: 'E1',
          to: 'welzijn',
          reason: 'x',
          agreed: { how: 'phone' },
        }),
      ],
      ['2026-09-21T00:00..2026-09-23T10:00 gemeente-wmo'],
    ],
    ['while the receiver of an offer is on the move', [away()], [...claimed, offered({ at: '2026-09-18T10:00' })], []],
    [
      'and an offer that comes to nothing puts it on the move',
      [away()],
      [...claimed, offered({ at: '2026-09-18T10:00', expiresOn: '2026-09-22' })],
      ['2026-09-23T00:00..2026-09-26T00:00 gemeente-wmo'],
    ],
    [
      'while the resident is waited for',
      [away()],
      [
        ...claimed,
        on('2026-09-18T10:00', {
          do: 'wait-for',
          ...owner,
          waitingFor: { kind: 'resident' },
          reason: 'x',
          until: '2026-09-30',
        }),
      ],
      [],
    ],
    ['while the step is scheduled', [away()], [E1({ notBefore: '2026-10-01' }), claim], []],
  ])('%s', (_what, all, given, expected) => {
    expect(stallsIn(given, { pattern: 'OWNER_ABSENT', partners: partnersWith(...all) })).toEqual(expected);
  });
});
