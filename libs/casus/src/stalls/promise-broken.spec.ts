import type { Brief } from '#casus/specification';
import { on, stallsIn } from '#casus/stalls/stall-specification';

const promised = (more: Partial<Brief<'make-promise'>> = {}): Brief => ({
  do: 'make-promise',
  by: 'corporatie',
  at: '2026-09-14T10:00',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'een lijst',
  due: '2026-09-19',
  ...more,
});
const told = promised({ by: 'welzijn', toldBy: { name: 'balie', channel: 'telefoon' } });
const confirm: Brief = { do: 'confirm-promise', by: 'corporatie', promise: 'P1' };
const keep: Brief = { do: 'keep-promise', by: 'corporatie', promise: 'P1' };
const renegotiate = (due: string): Brief => ({ do: 'renegotiate-promise', by: 'corporatie', promise: 'P1', due });
const broken = (given: readonly Brief[]) => stallsIn(given, { pattern: 'PROMISE_BROKEN', about: 'P1' });
const LASTS = ['2026-09-20T00:00.. corporatie'];
const UNTIL_22 = '2026-09-20T00:00..2026-09-22T10:00 corporatie';

describe('a promise that is broken', () => {
  it.each<[string, Brief[], string[]]>([
    ['past its day, also in a weekend', [promised()], LASTS],
    ['kept on its day', [promised(), on('2026-09-19T23:59', keep)], []],
    ['kept late', [promised(), on('2026-09-22T10:00', keep)], [UNTIL_22]],
    [
      'released late',
      [promised(), on('2026-09-22T10:00', { do: 'release-promise', by: 'welzijn', promise: 'P1' })],
      [UNTIL_22],
    ],
    [
      'renegotiated in time',
      [promised(), on('2026-09-18T10:00', renegotiate('2026-09-30'))],
      ['2026-10-01T00:00.. corporatie'],
    ],
    [
      'renegotiated late, and broken again',
      [promised(), on('2026-09-22T10:00', renegotiate('2026-09-30'))],
      [UNTIL_22, '2026-10-01T00:00.. corporatie'],
    ],
    ['only told, and not confirmed', [told], []],
    ['told, and confirmed in time', [told, on('2026-09-15T10:00', confirm)], LASTS],
    ['told, and confirmed late: from then', [told, on('2026-09-22T10:00', confirm)], ['2026-09-22T10:00.. corporatie']],
    [
      'renegotiated as told by its promiser, which has not confirmed',
      [
        promised(),
        on('2026-09-22T10:00', {
          ...renegotiate('2026-09-30'),
          by: 'welzijn',
          toldBy: { name: 'balie', channel: 'telefoon' },
        } as Brief),
      ],
      [UNTIL_22],
    ],
  ])('%s', (_what, given, expected) => {
    expect(broken(given)).toEqual(expected);
  });
});
