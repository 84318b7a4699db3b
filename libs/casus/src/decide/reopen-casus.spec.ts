import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const closed: Brief = { do: 'close-casus', at: '2026-09-14T09:00', outcome: 'goal-reached', reason: 'klaar' };

describe('reopen-casus', () => {
  it('makes a closed casus open again', () => {
    spec('reopen-casus').given(closed).when({ reason: 'toch niet' }).then('CasusReopened', { reason: 'toch niet' });
    const history = casusAfter(
      closed,
      { do: 'reopen-casus', reason: 'toch niet' },
      step('E1', 'corporatie', { at: '2026-09-14T10:00' }),
    );
    expect(stateOf(history).life).toEqual({ is: 'open' });
  });

  it('is for a closed casus', () => {
    spec('reopen-casus').given().when({ reason: 'x' }).thenRejected('casus-open', {});
  });

  it('does not go before the closing', () => {
    spec('reopen-casus')
      .given(closed)
      .when({ reason: 'x', at: '2026-09-14T08:59', recorded: '2026-09-14T10:00' })
      .thenRejected('casus-open', {});
    spec('reopen-casus')
      .given(closed, { do: 'reopen-casus', reason: 'x', at: '2026-09-15T09:00' })
      .when({ reason: 'x', at: '2026-09-14T09:30', recorded: '2026-09-16T10:00' })
      .thenRejected('occurred-before-known', { occurredAt: at('2026-09-14T09:30'), known: at('2026-09-15T09:00') });
  });
});
