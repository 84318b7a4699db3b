import { casusAfter, stateOf, step, when, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };
const granted: Brief = { do: 'grant-takeover', by: 'corporatie', takeover: 'T1' };
const refused: Brief = { do: 'refuse-takeover', by: 'corporatie', takeover: 'T1', reason: 'bijna klaar' };
const withdrawn: Brief = { do: 'withdraw-takeover', by: 'welzijn', takeover: 'T1' };
const cancelled: Brief = { do: 'cancel-step', step: 'E1', reason: 'niet nodig' };

describe.each([granted, refused, withdrawn])('a request, to $do', (answer) => {
  it('is one of this casus', () => {
    when(casusAfter(E1), answer).thenRejected('takeover-unknown', { takeover: 'T1' });
  });

  it.each([
    ['refused', refused],
    ['withdrawn', withdrawn],
    ['lapsed', cancelled],
  ] as const)('is open, not %s', (state, end) => {
    when(casusAfter(E1, requested, end), answer).thenRejected('takeover-not-open', {
      takeover: 'T1',
      state,
      allowed: [],
    });
  });
});

describe('a request lapses', () => {
  it.each<Brief>([
    { do: 'return-step', by: 'corporatie', step: 'E1', reason: 'at-capacity' },
    { do: 'reassign-step', step: 'E1', to: 'gemeente-wmo', reason: 'x', agreed: { how: 'phone' } },
    { do: 'complete-step', by: 'corporatie', step: 'E1' },
    cancelled,
  ])('at $do', (brief) => {
    expect(stateOf(casusAfter(E1, requested, brief)).takeovers.get('T1')?.life).toBe('lapsed');
  });
});
