import { at, basis, casusAfter, stateOf, step, type Brief } from '#casus/specification';
import { moment } from '#casus/moment';
import { takesPart } from '#casus/taking-part';

const E1 = step('E1', 'corporatie');
const override = { reason: 'spoed' };
const agreed = { how: 'phone' } as const;
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'school',
  kind: 'warm',
  expiresOn: '2026-09-18',
  override,
};
const asked: Brief = { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'school', what: 'kan het?', override };
const owned = step('E2', 'school', { override });
const promised: Brief = {
  do: 'make-promise',
  by: 'corporatie',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'x',
  due: '2026-10-01',
};

describe('a partner takes part', () => {
  it.each<[boolean, string, readonly Brief[], string]>([
    [false, 'outside the casus', [E1], '2026-09-15T09:00'],
    [true, 'with a basis', [basis('school')], '2026-09-15T09:00'],
    [true, 'on the last day of its basis', [basis('school', { validUntil: '2026-09-15' })], '2026-09-15T23:59'],
    [false, 'after the last day of its basis', [basis('school', { validUntil: '2026-09-15' })], '2026-09-16T00:00'],
    [true, 'as owner of a step', [owned], '2026-09-15T09:00'],
    [false, 'when its step has ended', [owned, { do: 'complete-step', by: 'school', step: 'E2' }], '2026-09-15T09:00'],
    [true, 'with an open offer', [E1, offered], '2026-09-18T23:59'],
    [false, 'when the offer has expired', [E1, offered], '2026-09-19T00:00'],
    [
      false,
      'when it has declined',
      [E1, offered, { do: 'decline-handoff', by: 'school', handoff: 'H1', reason: 'at-capacity' }],
      '2026-09-15T09:00',
    ],
    [true, 'with an open ask', [E1, asked], '2026-09-15T09:00'],
    [
      false,
      'when it has answered',
      [E1, asked, { do: 'answer-ask', by: 'school', ask: 'A1', answer: 'x' }],
      '2026-09-15T09:00',
    ],
    [true, 'as director', [{ do: 'appoint-director', partner: 'school' }], '2026-09-15T09:00'],
    [
      false,
      'when it is director no longer',
      [
        { do: 'appoint-director', partner: 'school' },
        { do: 'appoint-director', by: 'school', partner: 'welzijn' },
      ],
      '2026-09-15T09:00',
    ],
    [
      true,
      'once a step is reassigned to it',
      [E1, { do: 'reassign-step', step: 'E1', to: 'school', reason: 'x', agreed, override }],
      '2026-09-15T09:00',
    ],
  ])('%s: %s', (taking, _why, given, time) => {
    expect(takesPart(stateOf(casusAfter(...given)), 'school', moment(at(time)))).toBe(taking);
  });

  it('by a promise alone it does not', () => {
    const withdrawn: Brief = { do: 'withdraw-basis', partner: 'welzijn', categories: ['housing', 'care'] };
    expect(takesPart(stateOf(casusAfter(promised, withdrawn)), 'welzijn', moment(at('2026-09-15T09:00')))).toBe(false);
  });
});
