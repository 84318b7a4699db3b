import { hasBasis } from '#casus/bases';
import { at, basis, casusAfter, stateOf, type Brief } from '#casus/specification';

const withdrawn = (categories: readonly ('care' | 'housing' | 'income')[], persons?: readonly string[]): Brief => ({
  do: 'withdraw-basis',
  partner: 'school',
  categories,
  ...(persons && { persons }),
});
const both = basis('school', { persons: ['eva', 'ineke'] });
const brief = basis('school', { categories: ['income'], validUntil: '2026-09-20' });

describe('a partner has a valid basis', () => {
  it.each<[boolean, string, readonly Brief[], string]>([
    [false, 'before it is recorded', [], '2026-09-15T09:00'],
    [true, 'with one category of the two left', [both, withdrawn(['care'])], '2026-09-15T09:00'],
    [true, 'with one person of the two left', [both, withdrawn(['care', 'housing'], ['eva'])], '2026-09-15T09:00'],
    [
      true,
      'with one category of one person left',
      [both, withdrawn(['care']), withdrawn(['housing'], ['ineke'])],
      '2026-09-15T09:00',
    ],
    [false, 'with nothing left', [both, withdrawn(['care', 'housing'])], '2026-09-15T09:00'],
    [
      false,
      'with nothing left of it, bit by bit',
      [both, withdrawn(['care']), withdrawn(['housing'], ['ineke']), withdrawn(['housing'])],
      '2026-09-15T09:00',
    ],
    [true, 'to the end of its last day', [brief], '2026-09-20T23:59:59'],
    [false, 'past its last day', [brief], '2026-09-21T00:00'],
    [true, 'by another one past that day', [brief, basis('school')], '2026-09-21T00:00'],
    [
      false,
      'when the other one is withdrawn',
      [brief, basis('school'), withdrawn(['care', 'housing'])],
      '2026-09-21T00:00',
    ],
  ])('%s: %s', (valid, _why, given, time) => {
    expect(hasBasis(stateOf(casusAfter(...given)), 'school', at(time))).toBe(valid);
  });

  it('as the director of now without one', () => {
    const casus = stateOf(casusAfter({ do: 'appoint-director', partner: 'school' }));
    expect(['school', 'sociaal-team'].map((partner) => hasBasis(casus, partner, at('2026-09-15T09:00')))).toEqual([
      true,
      false,
    ]);
  });
});
