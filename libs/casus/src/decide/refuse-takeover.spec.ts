import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };
const refused: Brief = { do: 'refuse-takeover', by: 'corporatie', takeover: 'T1', reason: 'bijna klaar' };
describe('refuse-takeover', () => {
  const event = { takeover: 'T1', step: 'E1', reason: 'bijna klaar' };

  it('keeps the step where it is, with the reason', () => {
    const refusal = { by: 'corporatie', takeover: 'T1', reason: 'bijna klaar' };
    spec('refuse-takeover').given(E1, requested).when(refusal).then('TakeoverRefused', event);
    expect(stateOf(casusAfter(E1, requested, refused)).steps.get('E1')?.owner).toBe('corporatie');
  });

  it('may be done by the director in place of the owner', () => {
    spec('refuse-takeover')
      .given(E1, requested)
      .when({ takeover: 'T1', reason: 'bijna klaar' })
      .then('TakeoverRefused', event, { onBehalfOf: 'corporatie' });
  });
});
