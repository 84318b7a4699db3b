import { localDate } from '#calendar/local-date';
import { type Brief } from '#casus/specification';
import { E1, known, offered, on, partnersWith, stallsIn } from '#casus/stalls/stall-specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const decline: Brief = { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' };
/** Declined on Wednesday the 16th: Thursday, Friday and Monday to find another way. */
const declined = [E1(), offered(), on('2026-09-16T10:00', decline)];
const LASTS = ['2026-09-22T00:00.. gemeente-wmo'];
const ENDS = ['2026-09-22T00:00..2026-09-23T10:00 gemeente-wmo'];

describe('a step that is not rerouted', () => {
  it.each<[string, Brief[], string[]]>([
    ['after a decline', declined, LASTS],
    [
      'after a withdrawal',
      [E1(), offered(), on('2026-09-16T10:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' })],
      LASTS,
    ],
    ['after an expiry, from its instant', [E1(), offered({ expiresOn: '2026-09-15' })], LASTS],
    [
      'after a return: the sender',
      [
        E1(),
        offered(),
        on('2026-09-15T11:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }),
        on('2026-09-16T10:00', { do: 'return-step', by: 'welzijn', step: 'E1', reason: 'wrong-desk' }),
      ],
      LASTS,
    ],
    [
      'after a refusal by the resident too',
      [E1(), offered(), on('2026-09-16T10:00', { ...decline, reason: 'resident-declined' })],
      LASTS,
    ],
    ['offered within the norm', [...declined, offered({ handoff: 'H2', at: '2026-09-21T23:59' })], []],
    ['offered again', [...declined, offered({ handoff: 'H2', at: '2026-09-23T10:00' })], ENDS],
    [
      'offered by the director in its place',
      [...declined, offered({ handoff: 'H2', at: '2026-09-23T10:00', by: 'sociaal-team' })],
      ENDS,
    ],
    ['started', [...declined, on('2026-09-23T10:00', { do: 'start-step', ...owner })], ENDS],
    ['completed', [...declined, on('2026-09-23T10:00', { do: 'complete-step', ...owner })], ENDS],
    ['cancelled', [...declined, on('2026-09-23T10:00', { do: 'cancel-step', ...owner, reason: 'x' })], ENDS],
    [
      'reassigned',
      [
        ...declined,
        on('2026-09-23T10:00', {
          do: 'reassign-step',
          step: 'E1',
          to: 'welzijn',
          reason: 'x',
          agreed: { how: 'phone' },
        }),
      ],
      ENDS,
    ],
    [
      'noted on, which is no other way',
      [...declined, on('2026-09-17T10:00', { do: 'note-progress', ...owner, text: 'x' })],
      LASTS,
    ],
    [
      'an ask: its norm starts anew after it',
      [
        ...declined,
        on('2026-09-17T10:00', { do: 'ask', ...owner, to: 'corporatie', ask: 'A1', what: 'x' }),
        on('2026-09-18T10:00', { do: 'answer-ask', by: 'corporatie', ask: 'A1', answer: 'x' }),
      ],
      ['2026-09-24T00:00.. gemeente-wmo'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(stallsIn(given, { pattern: 'NOT_REROUTED' })).toEqual(expected);
  });

  it('counts in the calendar of its owner, as it was at the start', () => {
    const closing = (time?: string) =>
      partnersWith(known('gemeente-wmo', 'PartnerClosingDaysSet', { days: [localDate('2026-09-17')] }, time));
    const since = (time?: string) => stallsIn(declined, { pattern: 'NOT_REROUTED', partners: closing(time) });
    expect(since()).toEqual(['2026-09-23T00:00.. gemeente-wmo']);
    expect(since('2026-09-16T10:01')).toEqual(LASTS);
  });
});
