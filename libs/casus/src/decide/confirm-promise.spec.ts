import { casusAfter, spec, stateOf, type Brief } from '#casus/specification';

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
const told: Brief = { ...made, by: 'welzijn', toldBy };
const confirmed: Brief = { do: 'confirm-promise', by: 'corporatie', promise: 'P1' };
const renegotiated: Brief = { do: 'renegotiate-promise', by: 'corporatie', promise: 'P1', due: '2026-12-01' };

const promiseAfter = (...given: readonly Brief[]) => stateOf(casusAfter(...given)).promises.get('P1');

describe('confirm-promise', () => {
  it('stands by what was told', () => {
    spec('confirm-promise')
      .given(told)
      .when({ by: 'corporatie', promise: 'P1' })
      .then('PromiseConfirmed', { promise: 'P1' });
    expect([promiseAfter(told)?.confirmation, promiseAfter(told, confirmed)?.confirmation]).toEqual([
      'unconfirmed',
      'confirmed',
    ]);
  });

  it.each([[[made]], [[told, confirmed]], [[told, renegotiated]]])('has nothing to confirm otherwise (%#)', (given) => {
    spec('confirm-promise')
      .given(...given)
      .when({ by: 'corporatie', promise: 'P1' })
      .thenRejected('promise-confirmed', { promise: 'P1' });
  });
});
