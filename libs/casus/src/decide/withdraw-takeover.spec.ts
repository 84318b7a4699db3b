import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };
describe('withdraw-takeover', () => {
  it('is by the requester', () => {
    spec('withdraw-takeover')
      .given(E1, requested)
      .when({ by: 'welzijn', takeover: 'T1' })
      .then('TakeoverWithdrawn', { takeover: 'T1', step: 'E1' });
    spec('withdraw-takeover')
      .given(E1, requested)
      .when({ by: 'corporatie', takeover: 'T1' })
      .thenRejected('not-the-requester', { partner: 'welzijn' });
  });
});
