import { basis, type Brief } from '#casus/specification';
import { E1, on, stallsIn } from '#casus/stalls/stall-specification';

describe('a basis that lapsed', () => {
  const withdraw = (
    partner: string,
    time = '2026-09-16T10:00',
    categories: Brief<'withdraw-basis'>['categories'] = ['housing', 'care'],
  ): Brief => ({
    do: 'withdraw-basis',
    at: time,
    partner,
    categories,
  });
  const lapsed = (given: readonly Brief[], about: string) => stallsIn(given, { pattern: 'BASIS_LAPSED', about });
  const offer: Brief = {
    do: 'offer-handoff',
    by: 'gemeente-wmo',
    at: '2026-09-15T10:00',
    step: 'E1',
    handoff: 'H1',
    to: 'welzijn',
    kind: 'warm',
  };
  const ask: Brief = {
    do: 'ask',
    by: 'gemeente-wmo',
    at: '2026-09-15T10:00',
    step: 'E1',
    ask: 'A1',
    to: 'corporatie',
    what: 'x',
  };
  const FROM = '2026-09-16T10:00.. sociaal-team';
  const again = (partner: string) => on('2026-09-18T10:00', basis(partner));
  const UNTIL = '2026-09-16T10:00..2026-09-18T10:00 sociaal-team';

  it.each<[string, string, Brief[], string[]]>([
    ['E1', 'of its owner', [E1(), withdraw('gemeente-wmo')], [FROM]],
    ['E1', 'of its owner, in part', [E1(), withdraw('gemeente-wmo', '2026-09-16T10:00', ['care'])], []],
    [
      'E1',
      'of its owner, for another category than the step’s',
      [E1(), withdraw('gemeente-wmo', '2026-09-16T10:00', ['housing'])],
      [],
    ],
    ['E1', 'of its owner, given again', [E1(), withdraw('gemeente-wmo'), again('gemeente-wmo')], [UNTIL]],
    [
      'E1',
      'of its owner, who ends the step',
      [E1(), withdraw('gemeente-wmo'), on('2026-09-18T10:00', { do: 'complete-step', by: 'gemeente-wmo', step: 'E1' })],
      [UNTIL],
    ],
    [
      'E1',
      'of a step that is done, and opened again',
      [
        E1(),
        on('2026-09-15T10:00', { do: 'complete-step', by: 'gemeente-wmo', step: 'E1' }),
        withdraw('gemeente-wmo'),
        on('2026-09-18T10:00', { do: 'reopen-step', step: 'E1', reason: 'x' }),
      ],
      ['2026-09-18T10:00.. sociaal-team'],
    ],
    [
      'E1',
      'of its owner that becomes director',
      [E1(), withdraw('gemeente-wmo'), on('2026-09-18T10:00', { do: 'appoint-director', partner: 'gemeente-wmo' })],
      [UNTIL],
    ],
    [
      'E1',
      'past its day, that day included',
      [
        on('2026-09-01T10:00', withdraw('gemeente-wmo', '2026-09-01T10:00')),
        basis('gemeente-wmo', { validUntil: '2026-09-20' }),
        E1(),
      ],
      ['2026-09-21T00:00.. sociaal-team'],
    ],
    [
      'E1',
      'of a step planned with an override',
      [withdraw('gemeente-wmo', '2026-09-01T10:00'), E1({ override: { reason: 'spoed' } })],
      ['2026-09-14T09:00.. sociaal-team'],
    ],
    ['H1', 'of the receiver of an offer', [E1(), offer, withdraw('welzijn')], [FROM]],
    [
      'H1',
      'of the receiver of an offer that it declines',
      [
        E1(),
        offer,
        withdraw('welzijn'),
        on('2026-09-18T10:00', { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'no-legal-basis' }),
      ],
      [UNTIL],
    ],
    [
      'H1',
      'of the receiver of an offer that expires',
      [E1(), { ...offer, expiresOn: '2026-09-17' }, withdraw('welzijn')],
      ['2026-09-16T10:00..2026-09-18T00:00 sociaal-team'],
    ],
    ['A1', 'of the partner asked', [E1(), ask, withdraw('corporatie')], [FROM]],
    [
      'A1',
      'of the partner asked, which answers',
      [
        E1(),
        ask,
        withdraw('corporatie'),
        on('2026-09-18T10:00', { do: 'answer-ask', by: 'corporatie', ask: 'A1', answer: 'x' }),
      ],
      [UNTIL],
    ],
  ])('%s: %s', (about, _what, given, expected) => {
    expect(lapsed(given, about)).toEqual(expected);
  });
});
