import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };
const also: Brief = { do: 'request-takeover', by: 'zorgaanbieder', step: 'E1', takeover: 'T2' };
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'gemeente-wmo',
  kind: 'warm',
};
const granted: Brief = { do: 'grant-takeover', by: 'corporatie', takeover: 'T1' };
describe('grant-takeover', () => {
  const event = { takeover: 'T1', step: 'E1', from: 'corporatie', to: 'welzijn' };

  it('makes the requester the owner', () => {
    spec('grant-takeover')
      .given(E1, requested)
      .when({ by: 'corporatie', takeover: 'T1' })
      .then('TakeoverGranted', event);
    const casus = stateOf(casusAfter(E1, requested, also, granted));
    expect(casus.steps.get('E1')).toMatchObject({ owner: 'welzijn', acquired: { by: 'takeover' } });
    expect([...casus.takeovers.values()].map(({ life }) => life)).toEqual(['granted', 'lapsed']);
  });

  it('may be done by the director in place of the owner', () => {
    spec('grant-takeover')
      .given(E1, requested)
      .when({ takeover: 'T1' })
      .then('TakeoverGranted', event, { onBehalfOf: 'corporatie' });
  });

  it('waits for an open offer to go', () => {
    const details = expect.objectContaining({ handoff: 'H1', to: 'gemeente-wmo' }) as object;
    spec('grant-takeover')
      .given(E1, requested, offered)
      .when({ by: 'corporatie', takeover: 'T1' })
      .thenRejected('offer-open', details);
  });

  it('needs a basis for the requester, or an override', () => {
    const lapsed: Brief = { do: 'withdraw-basis', partner: 'welzijn', categories: ['housing', 'care'] };
    const grant = { by: 'corporatie', takeover: 'T1' };
    spec('grant-takeover').given(E1, requested, lapsed).when(grant).thenRejected('no-basis', { partner: 'welzijn' });
    const override = { reason: 'spoed' };
    spec('grant-takeover')
      .given(E1, requested, lapsed)
      .when({ ...grant, override })
      .then('TakeoverGranted', { ...event, override });
  });
});
