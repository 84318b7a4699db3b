import { step, type Brief } from '#casus/specification';
import { E1, on, stallsIn } from '#casus/stalls/stall-specification';

const nothing = (given: readonly Brief[]) => stallsIn(given, { pattern: 'NOTHING_PLANNED', about: 'eva' });
/** From the opening on Monday 31 August to the first plan: the five working days are over on Monday the 7th. */
const BEFORE = '2026-09-08T00:00..2026-09-14T09:00 sociaal-team';
const done: Brief = { do: 'complete-step', by: 'gemeente-wmo', step: 'E1', at: '2026-09-16T10:00' };
const close: Brief = { do: 'close-casus', outcome: 'other', reason: 'x' };

describe('a casus in which nothing is planned', () => {
  it.each<[string, Brief[], string[]]>([
    ['from its opening', [], ['2026-09-08T00:00.. sociaal-team']],
    ['until a step is planned', [E1()], [BEFORE]],
    ['not when one is planned within five working days', [E1({ at: '2026-09-07T23:59' })], []],
    ['again when all is done', [E1(), done], [BEFORE, '2026-09-24T00:00.. sociaal-team']],
    ['not while a step is scheduled', [E1({ notBefore: '2027-09-01' })], [BEFORE]],
    [
      'not while a step waits',
      [
        E1(),
        on('2026-09-16T10:00', {
          do: 'wait-for',
          by: 'gemeente-wmo',
          step: 'E1',
          waitingFor: { kind: 'supply' },
          reason: 'x',
          until: '2027-09-01',
        }),
      ],
      [BEFORE],
    ],
    [
      'not while a step is blocked behind one that was cancelled: it is to be replanned',
      [
        E1(),
        step('E2', 'welzijn', { after: [{ step: 'E1' }] }),
        on('2026-09-16T10:00', { do: 'cancel-step', by: 'gemeente-wmo', step: 'E1', reason: 'x' }),
      ],
      [BEFORE],
    ],
    [
      'of the director that is',
      [on('2026-09-02T10:00', { do: 'appoint-director', partner: 'welzijn' })],
      ['2026-09-08T00:00.. welzijn'],
    ],
    [
      'until it closes',
      [E1(), done, on('2026-09-25T10:00', close)],
      [BEFORE, '2026-09-24T00:00..2026-09-25T10:00 sociaal-team'],
    ],
    [
      'from its opening again',
      [E1(), done, on('2026-09-17T10:00', close), on('2026-09-18T10:00', { do: 'reopen-casus', reason: 'x' })],
      [BEFORE, '2026-09-26T00:00.. sociaal-team'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(nothing(given)).toEqual(expected);
  });
});
