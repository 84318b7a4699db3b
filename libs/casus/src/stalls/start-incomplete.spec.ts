import { basis, historyOf, opening, step, type Brief } from '#casus/specification';
import { on, stallsOf } from '#casus/stalls/stall-specification';

const incomplete = (...given: readonly Brief[]) =>
  stallsOf(historyOf(opening, ...given), { pattern: 'START_INCOMPLETE', about: 'eva' });
/** Ten working days after Monday 31 August: Monday 14 September. */
const LASTS = ['2026-09-15T00:00.. sociaal-team'];
const UNTIL_16 = ['2026-09-15T00:00..2026-09-16T10:00 sociaal-team'];
const based = (time: string, more = {}) => on(time, basis('welzijn', more));
const planned = (time: string) => step('E1', 'sociaal-team', { at: time });
const withdrawn = (time: string) =>
  on(time, { do: 'withdraw-basis', partner: 'welzijn', categories: ['housing', 'care'] });

describe('a casus whose start is incomplete', () => {
  it.each<[string, Brief[], string[]]>([
    ['without a step or a basis', [], LASTS],
    ['without a step', [based('2026-09-01T10:00')], LASTS],
    ['without a basis', [planned('2026-09-01T10:00')], LASTS],
    [
      'with a basis of the director alone',
      [planned('2026-09-01T10:00'), on('2026-09-01T11:00', basis('sociaal-team'))],
      LASTS,
    ],
    ['not when both are there in time', [based('2026-09-01T10:00'), planned('2026-09-14T23:59')], []],
    ['until the step is there', [based('2026-09-01T10:00'), planned('2026-09-16T10:00')], UNTIL_16],
    ['until the basis is there', [planned('2026-09-01T10:00'), based('2026-09-16T10:00')], UNTIL_16],
    ['until it closes', [on('2026-09-16T10:00', { do: 'close-casus', outcome: 'other', reason: 'x' })], UNTIL_16],
    [
      'when the last basis is withdrawn',
      [planned('2026-09-01T10:00'), based('2026-09-01T11:00'), withdrawn('2026-09-16T10:00')],
      ['2026-09-16T10:00.. sociaal-team'],
    ],
    [
      'not before, when it is withdrawn within the ten days',
      [planned('2026-09-01T10:00'), based('2026-09-01T11:00'), withdrawn('2026-09-02T10:00')],
      LASTS,
    ],
    [
      'when the last basis ends',
      [planned('2026-09-01T10:00'), based('2026-09-01T11:00', { validUntil: '2026-09-20' })],
      ['2026-09-21T00:00.. sociaal-team'],
    ],
    [
      'when the only other partner becomes director',
      [
        planned('2026-09-01T10:00'),
        based('2026-09-01T11:00'),
        on('2026-09-16T10:00', { do: 'appoint-director', partner: 'welzijn' }),
      ],
      ['2026-09-16T10:00.. welzijn'],
    ],
    [
      'not when its only step was cancelled: there was one',
      [
        based('2026-09-01T10:00'),
        planned('2026-09-01T11:00'),
        on('2026-09-02T10:00', { do: 'cancel-step', step: 'E1', reason: 'x' }),
      ],
      [],
    ],
  ])('%s', (_what, given, expected) => {
    expect(incomplete(...given)).toEqual(expected);
  });
});
