import { localDate } from '#calendar/local-date';
import { plusMs } from '#event-sourcing/instant';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { E1, known, offered, on, partnersWith, stallsIn, type Known } from '#casus/stalls/stall-specification';
import { stallsAt } from '#casus/standings';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const accept: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };
const decline: Brief = { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' };
const askOffer: Brief = { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A1', what: 'welke stukken?' };
const askStep: Brief = { do: 'ask', ...owner, to: 'corporatie', ask: 'A1', what: 'mag het?' };
const answer: Brief = { do: 'answer-ask', by: 'gemeente-wmo', ask: 'A1', answer: 'deze' };
const reassign: Brief = {
  do: 'reassign-step',
  step: 'E1',
  to: 'zorgaanbieder',
  reason: 'x',
  agreed: { how: 'phone' },
};

describe('an offer past its norm', () => {
  const unanswered = (given: readonly Brief[]) => stallsIn(given, { pattern: 'UNANSWERED', about: 'H1' });

  it('stalls from 00:00 of the day after the third working day, not a millisecond earlier', () => {
    const history = casusAfter(E1(), offered());
    const midnight = at('2026-09-19T00:00');
    expect(stallsAt(history, plusMs(midnight, -1)).filter(({ about }) => about === 'H1')).toEqual([]);
    expect(stallsAt(history, midnight)).toContainEqual({
      pattern: 'UNANSWERED',
      about: 'H1',
      root: 'E1',
      onTheMove: 'welzijn',
      waiting: 'gemeente-wmo',
      since: midnight,
      until: null,
    });
  });

  it.each<[string, Brief[], string[]]>([
    ['an acceptance within the norm', [offered(), on('2026-09-18T23:59', accept)], []],
    ['an acceptance at the very instant', [offered(), on('2026-09-19T00:00', accept)], []],
    ['a late acceptance', [offered(), on('2026-09-22T10:00', accept)], ['2026-09-19T00:00..2026-09-22T10:00 welzijn']],
    ['a late decline', [offered(), on('2026-09-22T10:00', decline)], ['2026-09-19T00:00..2026-09-22T10:00 welzijn']],
    [
      'a withdrawal',
      [offered(), on('2026-09-22T10:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' })],
      ['2026-09-19T00:00..2026-09-22T10:00 welzijn'],
    ],
    ['its expiry', [offered({ expiresOn: '2026-09-22' })], ['2026-09-19T00:00..2026-09-23T00:00 welzijn']],
    ['its expiry before the norm', [offered({ expiresOn: '2026-09-17' })], []],
    [
      'being seen, which answers nothing',
      [offered(), on('2026-09-17T10:00', { do: 'see-handoff', by: 'welzijn', handoff: 'H1' })],
      ['2026-09-19T00:00.. welzijn'],
    ],
    ['an earlier answerBy', [offered({ answerBy: '2026-09-16' })], ['2026-09-17T00:00.. welzijn']],
    ['a later answerBy, over its weekend', [offered({ answerBy: '2026-09-26' })], ['2026-09-27T00:00.. welzijn']],
    ['an offer at 00:00', [offered({ at: '2026-09-15T00:00' })], ['2026-09-19T00:00.. welzijn']],
    ['an offer on Friday', [offered({ at: '2026-09-18T16:00' })], ['2026-09-24T00:00.. welzijn']],
    ['an offer on Sunday', [offered({ at: '2026-09-20T16:00' })], ['2026-09-24T00:00.. welzijn']],
  ])('%s', (_what, given, expected) => {
    expect(unanswered([E1(), ...given])).toEqual(expected);
  });

  it('ends with a change of owner that was entered when the offer had expired', () => {
    const late: Brief = { ...reassign, at: '2026-09-22T10:00', recorded: '2026-09-28T10:00' };
    expect(unanswered([E1(), offered({ expiresOn: '2026-09-25' }), late])).toEqual([
      '2026-09-19T00:00..2026-09-22T10:00 welzijn',
    ]);
  });

  it.each<[string, Brief[]]>([
    ['scheduled', [E1({ notBefore: '2026-12-01' })]],
    ['blocked', [step('E0', 'corporatie', { at: '2026-09-14T08:00' }), E1({ after: [{ step: 'E0' }] })]],
  ])('runs while its step is %s', (_state, given) => {
    expect(unanswered([...given, offered()])).toEqual(['2026-09-19T00:00.. welzijn']);
  });

  it.each<[string, Brief]>([
    ['answered', answer],
    ['declined', { do: 'decline-ask', by: 'gemeente-wmo', ask: 'A1', reason: 'wrong-desk' }],
    ['withdrawn', { do: 'withdraw-ask', by: 'welzijn', ask: 'A1' }],
  ])('pauses while the receiver asks, and starts anew when the ask is %s', (_how, ends) => {
    const asked = [E1(), offered(), on('2026-09-17T10:00', askOffer)];
    expect(unanswered(asked)).toEqual([]);
    expect(unanswered([...asked, on('2026-09-21T10:00', ends)])).toEqual(['2026-09-25T00:00.. welzijn']);
    const late = [E1(), offered(), on('2026-09-22T10:00', askOffer), on('2026-09-23T10:00', ends)];
    expect(unanswered(late)).toEqual(['2026-09-19T00:00..2026-09-22T10:00 welzijn', '2026-09-29T00:00.. welzijn']);
  });
});

describe('an ask past its norm', () => {
  const unanswered = (given: readonly Brief[]) => stallsIn(given, { pattern: 'UNANSWERED', about: 'A1' });

  it.each<[string, Brief[], string[]]>([
    ['about an offer: the sender', [offered(), on('2026-09-16T10:00', askOffer)], ['2026-09-22T00:00.. gemeente-wmo']],
    [
      'about an offer that ends: closed',
      [offered(), on('2026-09-16T10:00', askOffer), on('2026-09-22T10:00', accept)],
      ['2026-09-22T00:00..2026-09-22T10:00 gemeente-wmo'],
    ],
    [
      'about an offer that expires: closed',
      [offered({ expiresOn: '2026-09-23' }), on('2026-09-16T10:00', askOffer)],
      ['2026-09-22T00:00..2026-09-24T00:00 gemeente-wmo'],
    ],
    ['about a step', [on('2026-09-15T10:00', askStep)], ['2026-09-19T00:00.. corporatie']],
    [
      'answered late',
      [on('2026-09-15T10:00', askStep), on('2026-09-21T10:00', { ...answer, by: 'corporatie' })],
      ['2026-09-19T00:00..2026-09-21T10:00 corporatie'],
    ],
    [
      'of a step that gets another owner: it goes on',
      [on('2026-09-15T10:00', askStep), on('2026-09-16T10:00', reassign)],
      ['2026-09-19T00:00.. corporatie'],
    ],
    [
      'of a step that ends: closed',
      [on('2026-09-15T10:00', askStep), on('2026-09-22T10:00', { do: 'complete-step', ...owner })],
      ['2026-09-19T00:00..2026-09-22T10:00 corporatie'],
    ],
    [
      'with an answerBy',
      [on('2026-09-15T10:00', { ...askStep, answerBy: '2026-10-01' })],
      ['2026-10-02T00:00.. corporatie'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(unanswered([E1(), ...given])).toEqual(expected);
  });
});

describe('a takeover request and a reported completion past their norm', () => {
  const request = on('2026-09-15T10:00', { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' });
  const report = on('2026-09-15T10:00', { do: 'complete-step', ...owner });
  const E1c = E1({ confirmedBy: 'corporatie' });

  it.each<[string, string, Brief[], string[]]>([
    ['T1', 'the owner must answer', [E1(), request], ['2026-09-19T00:00.. gemeente-wmo']],
    [
      'T1',
      'refused',
      [
        E1(),
        request,
        on('2026-09-21T10:00', { do: 'refuse-takeover', by: 'gemeente-wmo', takeover: 'T1', reason: 'x' }),
      ],
      ['2026-09-19T00:00..2026-09-21T10:00 gemeente-wmo'],
    ],
    [
      'T1',
      'lapsed with the owner',
      [E1(), request, on('2026-09-21T10:00', reassign)],
      ['2026-09-19T00:00..2026-09-21T10:00 gemeente-wmo'],
    ],
    ['E1', 'the confirmer must answer', [E1c, report], ['2026-09-19T00:00.. corporatie']],
    [
      'E1',
      'confirmed',
      [E1c, report, on('2026-09-21T10:00', { do: 'confirm-completion', by: 'corporatie', step: 'E1' })],
      ['2026-09-19T00:00..2026-09-21T10:00 corporatie'],
    ],
    [
      'E1',
      'rejected and reported again',
      [
        E1c,
        report,
        on('2026-09-16T10:00', { do: 'reject-completion', by: 'corporatie', step: 'E1', reason: 'x' }),
        on('2026-09-17T10:00', { do: 'complete-step', ...owner }),
      ],
      ['2026-09-23T00:00.. corporatie'],
    ],
  ])('%s: %s', (about, _what, given, expected) => {
    expect(stallsIn(given, { pattern: 'UNANSWERED', about })).toEqual(expected);
  });
});

describe('the norm of a partner', () => {
  const norm = (workingDays: number, counterPartner?: string, time?: string) =>
    known('welzijn', 'PartnerNormSet', { of: 'offer', workingDays, counterPartner }, time);
  const closed = (days: readonly string[], time?: string) =>
    known('welzijn', 'PartnerClosingDaysSet', { days: days.map((day) => localDate(day)) }, time);

  it.each<[string, Known[], string]>([
    ['its own', [norm(1)], '2026-09-17'],
    ['for the one that offers', [norm(1), norm(5, 'gemeente-wmo')], '2026-09-23'],
    ['for another that offers', [norm(1), norm(5, 'corporatie')], '2026-09-17'],
    ['of another kind', [known('welzijn', 'PartnerNormSet', { of: 'ask', workingDays: 1 })], '2026-09-19'],
    ['of the sender', [known('gemeente-wmo', 'PartnerNormSet', { of: 'offer', workingDays: 1 })], '2026-09-19'],
    ['set too late', [norm(1, undefined, '2026-09-15T10:01')], '2026-09-19'],
    ['over its closing days', [closed(['2026-09-16', '2026-09-18'])], '2026-09-23'],
    ['over closing days set too late', [closed(['2026-09-16'], '2026-09-15T10:01')], '2026-09-19'],
    [
      'not over closing days of the sender',
      [known('gemeente-wmo', 'PartnerClosingDaysSet', { days: [localDate('2026-09-16')] })],
      '2026-09-19',
    ],
  ])('%s', (_what, all, since) => {
    const partners = partnersWith(...all);
    const found = stallsIn([E1(), offered()], { pattern: 'UNANSWERED', about: 'H1', partners });
    expect(found).toEqual([`${since}T00:00.. welzijn`]);
  });
});
