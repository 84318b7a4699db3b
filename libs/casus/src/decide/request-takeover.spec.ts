import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1' };

describe('request-takeover', () => {
  it('asks to become the owner', () => {
    spec('request-takeover')
      .given(E1)
      .when({ by: 'welzijn', step: 'E1' })
      .then('TakeoverRequested', { takeover: 'T1', step: 'E1', by: 'welzijn' });
  });

  it('is for another than the owner', () => {
    spec('request-takeover')
      .given(E1)
      .when({ by: 'corporatie', step: 'E1' })
      .thenRejected('already-the-owner', { owner: 'corporatie' });
  });

  it('is one per partner and step', () => {
    spec('request-takeover')
      .given(E1, requested)
      .when({ by: 'welzijn', step: 'E1' })
      .thenRejected('takeover-open', { takeover: 'T1' });
    spec('request-takeover').given(E1, requested).when({ by: 'zorgaanbieder', step: 'E1' }).thenAccepted();
    spec('request-takeover')
      .given(E1, requested, { do: 'withdraw-takeover', by: 'welzijn', takeover: 'T1' })
      .when({ by: 'welzijn', step: 'E1' })
      .then('TakeoverRequested', { takeover: 'T2', step: 'E1', by: 'welzijn' });
  });

  it('needs a basis, or an override, where the partner takes part by a step alone', () => {
    const given: readonly Brief[] = [E1, step('E2', 'school', { override: { reason: 'spoed' } })];
    const request = { by: 'school', step: 'E1' };
    spec('request-takeover')
      .given(...given)
      .when(request)
      .thenRejected('no-basis', { partner: 'school' });
    const override = { reason: 'spoed' };
    spec('request-takeover')
      .given(...given)
      .when({ ...request, override })
      .then('TakeoverRequested', { takeover: 'T1', step: 'E1', by: 'school', override });
  });

  it('has a reference of its own', () => {
    spec('request-takeover')
      .given(E1, requested)
      .when({ by: 'zorgaanbieder', step: 'E1', takeover: 'T1' })
      .thenRejected('reference-taken', { reference: 'T1' });
  });

  it('is about a step', () => {
    spec('request-takeover').given().when({ by: 'welzijn', step: 'E1' }).thenRejected('step-unknown', { step: 'E1' });
  });
});
