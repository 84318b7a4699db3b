import { localTimeToInstant } from '#calendar/local-date';
import { NO_PARTNERS } from '#partners/partners-over-time';
import type { OwnedStretch } from '#read-models/ledger/stretches';
import { pairTimes, partyTimes, unionOf } from '#read-models/ledger/time-sums';

/** On Monday 14 September, between these hours. */
const stretch = (line: string, from: string, to: string, more: Partial<OwnedStretch> = {}): OwnedStretch => ({
  casus: 'eva',
  step: 'E1',
  owner: 'sociaal-team',
  act: 'do',
  line,
  from: localTimeToInstant(`2026-09-14T${from}`),
  to: localTimeToInstant(`2026-09-14T${to}`),
  ...more,
});

describe('the time of a party', () => {
  it('is summed over its steps, and counted once where it held several moves', () => {
    const stretches = [
      stretch('welzijn', '08:00', '10:00'),
      stretch('welzijn', '09:30', '10:30', { step: 'E2' }),
      stretch('welzijn', '09:45', '10:15', { step: 'E3' }),
      stretch('welzijn', '12:00', '13:00'),
    ];
    expect(partyTimes(stretches, NO_PARTNERS)).toEqual([
      { line: 'welzijn', minutes: 270, workingMinutes: 210, union: { minutes: 210, workingMinutes: 150 } },
    ]);
    expect(unionOf([], NO_PARTNERS)).toEqual({ minutes: 0, workingMinutes: 0 });
  });

  it('leaves blocked out and puts the most first', () => {
    const stretches = [
      stretch('blocked:E2', '09:00', '17:00'),
      stretch('resident', '09:00', '10:00'),
      stretch('suspended', '10:00', '12:00'),
    ];
    expect(partyTimes(stretches, NO_PARTNERS).map(({ line, minutes }) => [line, minutes])).toEqual([
      ['suspended', 120],
      ['resident', 60],
    ]);
  });
});

describe('the waiting per pair', () => {
  it('is the time in which another partner than the owner was on the move', () => {
    const stretches = [
      stretch('welzijn', '09:00', '10:00'),
      stretch('sociaal-team', '10:00', '11:00'),
      stretch('external:CIZ', '11:00', '12:00'),
      stretch('welzijn', '12:00', '12:30', { step: 'E2' }),
      stretch('sociaal-team', '13:00', '15:00', { owner: 'welzijn' }),
    ];
    expect(pairTimes(stretches, NO_PARTNERS)).toEqual([
      { owner: 'welzijn', onTheMove: 'sociaal-team', minutes: 120, workingMinutes: 120 },
      { owner: 'sociaal-team', onTheMove: 'welzijn', minutes: 90, workingMinutes: 90 },
    ]);
  });
});
