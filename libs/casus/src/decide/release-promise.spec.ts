import { spec, type Brief } from '#casus/specification';

const made: Brief = {
  do: 'make-promise',
  by: 'corporatie',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'Een lijst',
  due: '2026-11-18',
};
describe('release-promise', () => {
  it('is by the partner to whom it was promised', () => {
    spec('release-promise')
      .given(made)
      .when({ by: 'welzijn', promise: 'P1' })
      .then('PromiseReleased', { promise: 'P1' });
    spec('release-promise')
      .given(made)
      .when({ by: 'corporatie', promise: 'P1' })
      .thenRejected('not-the-promisee', { partner: 'welzijn' });
  });
});
