import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const closing = { outcome: 'goal-reached', reason: 'Eva woont' } as const;
const E1 = step('E1', 'corporatie');
const E2 = step('E2', 'welzijn');
const promised: Brief = {
  do: 'make-promise',
  by: 'corporatie',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'lijst',
  due: '2026-10-01',
};
const done: Brief = { do: 'complete-step', by: 'corporatie', step: 'E1' };

describe('close-casus', () => {
  it('closes a casus in which nothing is left', () => {
    const given: readonly Brief[] = [
      E1,
      E2,
      promised,
      done,
      { do: 'cancel-step', step: 'E2', reason: 'x' },
      { do: 'keep-promise', by: 'corporatie', promise: 'P1' },
    ];
    spec('close-casus')
      .given(...given)
      .when(closing)
      .then('CasusClosed', closing);
    const { life } = stateOf(casusAfter(...given, { do: 'close-casus', at: '2026-09-20T09:00', ...closing }));
    expect(life).toEqual({ is: 'closed', at: at('2026-09-20T09:00') });
  });

  it('names what is left', () => {
    spec('close-casus')
      .given(E1, E2, done, promised)
      .when(closing)
      .thenRejected('work-open', { steps: ['E2'], promises: ['P1'] });
    const unconfirmed = step('E3', 'corporatie', { confirmedBy: 'welzijn' });
    spec('close-casus')
      .given(unconfirmed, { do: 'complete-step', by: 'corporatie', step: 'E3' })
      .when(closing)
      .thenRejected('work-open', { steps: ['E3'], promises: [] });
  });

  it('happens once', () => {
    spec('close-casus')
      .given({ do: 'close-casus', ...closing })
      .when(closing)
      .thenRejected('casus-closed');
  });

  it('does not go before what is known to have happened, whatever it is about', () => {
    spec('close-casus')
      .given(E1, done)
      .when({ ...closing, at: '2026-09-14T08:00', recorded: '2026-09-15T09:00' })
      .thenRejected('occurred-before-known', { occurredAt: at('2026-09-14T08:00'), known: at('2026-09-14T09:01') });
  });
});
