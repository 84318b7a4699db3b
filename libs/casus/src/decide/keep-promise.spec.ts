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
const toldBy = { name: 'Balie', channel: 'phone' };
describe('keep-promise', () => {
  it('says that what was promised is there, also after its day', () => {
    spec('keep-promise')
      .given(made)
      .when({ by: 'corporatie', promise: 'P1', at: '2026-11-25T09:00' })
      .then('PromiseKept', { promise: 'P1' });
  });

  it('may be recorded by the receiver as told', () => {
    spec('keep-promise')
      .given(made)
      .when({ by: 'welzijn', promise: 'P1', toldBy })
      .then('PromiseKept', { promise: 'P1', toldBy });
  });
});
