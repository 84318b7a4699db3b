import { casusAfter, when, type Brief } from '#casus/specification';

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
const kept: Brief = { do: 'keep-promise', by: 'corporatie', promise: 'P1' };
const released: Brief = { do: 'release-promise', by: 'welzijn', promise: 'P1' };
const confirmed: Brief = { do: 'confirm-promise', by: 'corporatie', promise: 'P1' };
const renegotiated: Brief = { do: 'renegotiate-promise', by: 'corporatie', promise: 'P1', due: '2026-12-01' };

describe.each([kept, released, confirmed, renegotiated])('a promise, to $do', (answer) => {
  it('is one of this casus', () => {
    when(casusAfter(), answer).thenRejected('promise-unknown', { promise: 'P1' });
  });

  it.each([
    ['kept', kept],
    ['released', released],
  ] as const)('is open, not %s', (state, end) => {
    when(casusAfter(told, end), answer).thenRejected('promise-not-open', { promise: 'P1', state, allowed: [] });
  });
});
