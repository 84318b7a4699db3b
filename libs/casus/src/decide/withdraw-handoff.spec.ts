import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const seen: Brief = { do: 'see-handoff', by: 'welzijn', handoff: 'H1' };
const withdrawn: Brief = { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H1' };

describe('withdraw-handoff', () => {
  it.each([[[]], [[seen]]])('takes the offer back while it is open', (between) => {
    spec('withdraw-handoff')
      .given(E1, offered, ...between)
      .when({ by: 'corporatie', handoff: 'H1' })
      .then('HandoffWithdrawn', { handoff: 'H1', step: 'E1' });
  });

  it('may be done by the director in place of the sender', () => {
    spec('withdraw-handoff')
      .given(E1, offered)
      .when({ handoff: 'H1' })
      .then('HandoffWithdrawn', { handoff: 'H1', step: 'E1' }, { onBehalfOf: 'corporatie' });
  });

  it('leaves the owner where it was', () => {
    expect(stateOf(casusAfter(E1, offered, withdrawn)).steps.get('E1')).toMatchObject({
      owner: 'corporatie',
      ownership: 0,
    });
  });
});
