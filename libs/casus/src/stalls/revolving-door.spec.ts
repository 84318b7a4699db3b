import type { Brief } from '#casus/specification';
import { on, stallsIn } from '#casus/stalls/stall-specification';
import type { DecisionOutcome } from '#casus/vocabulary';

const decided = (time: string, outcome: DecisionOutcome, more: Partial<Brief<'record-decision'>> = {}): Brief => ({
  do: 'record-decision',
  at: time,
  recorded: time < '2026-09-14' ? '2026-09-14T10:00' : time,
  product: 'briefadres',
  decidedBy: 'gemeente-wonen',
  outcome,
  ground: 'x',
  ...more,
});
const close: Brief = { do: 'close-casus', outcome: 'other', reason: 'x' };
const reopen: Brief = { do: 'reopen-casus', reason: 'x' };
const doors = (given: readonly Brief[]) => stallsIn(given, { pattern: 'REVOLVING_DOOR' });
const first = decided('2026-09-15T10:00', 'refused');
const second = decided('2026-09-16T10:00', 'refused');
const FROM_SECOND = ['2026-09-16T10:00.. nobody'];

describe('a product that is refused again', () => {
  it.each<[string, Brief[], string[]]>([
    ['once', [first], []],
    ['twice', [first, second], FROM_SECOND],
    ['not treated the second time', [first, decided('2026-09-16T10:00', 'not-treated')], FROM_SECOND],
    ['three times: since the second', [first, second, decided('2026-09-17T10:00', 'refused')], FROM_SECOND],
    ['another product', [first, decided('2026-09-16T10:00', 'refused', { product: 'urgentie' })], []],
    [
      'deferred, withdrawn or granted in part between',
      [
        first,
        decided('2026-09-15T11:00', 'deferred'),
        decided('2026-09-15T12:00', 'withdrawn'),
        decided('2026-09-15T13:00', 'partly-granted'),
        second,
      ],
      FROM_SECOND,
    ],
    ['granted between', [first, decided('2026-09-15T11:00', 'granted'), second], []],
    [
      'granted after',
      [first, second, decided('2026-09-17T10:00', 'granted')],
      ['2026-09-16T10:00..2026-09-17T10:00 nobody'],
    ],
    [
      'granted, then refused twice more',
      [
        first,
        second,
        decided('2026-09-17T10:00', 'granted'),
        decided('2026-09-18T10:00', 'refused'),
        decided('2026-09-21T10:00', 'not-treated'),
      ],
      ['2026-09-16T10:00..2026-09-17T10:00 nobody', '2026-09-21T10:00.. nobody'],
    ],
    [
      'twice before the casus: since its opening',
      [decided('2026-05-12T10:00', 'refused'), decided('2026-07-02T10:00', 'refused')],
      ['2026-08-31T09:00.. nobody'],
    ],
    ['once before the casus', [decided('2026-05-12T10:00', 'refused'), first], ['2026-09-15T10:00.. nobody']],
    [
      'granted before the casus, after the refusals',
      [
        decided('2026-05-12T10:00', 'refused'),
        decided('2026-07-02T10:00', 'refused'),
        decided('2026-07-03T10:00', 'granted'),
      ],
      [],
    ],
    [
      'recorded in another order than decided',
      [first, second, decided('2026-09-15T11:00', 'granted', { recorded: '2026-09-18T10:00' })],
      [],
    ],
    [
      'until the casus closes',
      [first, second, on('2026-09-17T10:00', close)],
      ['2026-09-16T10:00..2026-09-17T10:00 nobody'],
    ],
    [
      'in a casus opened again: from none',
      [
        first,
        second,
        on('2026-09-17T10:00', close),
        on('2026-09-18T10:00', reopen),
        decided('2026-09-21T10:00', 'refused'),
      ],
      ['2026-09-16T10:00..2026-09-17T10:00 nobody'],
    ],
    [
      'twice after it was opened again',
      [
        first,
        on('2026-09-17T10:00', close),
        on('2026-09-18T10:00', reopen),
        decided('2026-09-21T10:00', 'refused'),
        decided('2026-09-22T10:00', 'refused'),
      ],
      ['2026-09-22T10:00.. nobody'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(doors(given)).toEqual(expected);
  });
});
