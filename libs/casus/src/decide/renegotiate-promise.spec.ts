import { at, casusAfter, spec, stateOf, type Brief } from '#casus/specification';

const made: Brief = {
  do: 'make-promise',
  by: 'corporatie',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'Een lijst',
  due: '2026-11-18',
};
const toldBy = { name: 'Balie', channel: 'phone' };
const renegotiated: Brief = { do: 'renegotiate-promise', by: 'corporatie', promise: 'P1', due: '2026-12-01' };

const promiseAfter = (...given: readonly Brief[]) => stateOf(casusAfter(...given)).promises.get('P1');

describe('renegotiate-promise', () => {
  const change = { promise: 'P1', due: '2026-12-01', reason: 'later' };

  it('gives it a new day', () => {
    spec('renegotiate-promise')
      .given(made)
      .when({ by: 'corporatie', ...change })
      .then('PromiseRenegotiated', change);
    expect(promiseAfter(made, renegotiated)).toMatchObject({ due: '2026-12-01', life: 'open' });
  });

  it('waits for the promiser again when it is only told', () => {
    spec('renegotiate-promise')
      .given(made)
      .when({ by: 'welzijn', ...change, toldBy })
      .then('PromiseRenegotiated', { ...change, toldBy });
    expect(promiseAfter(made, { ...renegotiated, by: 'welzijn', toldBy })?.confirmation).toBe('unconfirmed');
  });

  it('has no day that has passed', () => {
    spec('renegotiate-promise')
      .given(made)
      .when({ by: 'corporatie', ...change, at: '2026-12-02T09:00' })
      .thenRejected('day-has-passed', { field: 'due', day: '2026-12-01', occurredAt: at('2026-12-02T09:00') });
  });
});
