import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const asked: Brief = { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'welzijn', what: 'Kan het?' };
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'zorgaanbieder',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const accepted: Brief = { do: 'accept-handoff', by: 'zorgaanbieder', handoff: 'H1' };

describe('withdraw-ask', () => {
  it('is by the asker', () => {
    spec('withdraw-ask')
      .given(E1, asked)
      .when({ by: 'corporatie', ask: 'A1' })
      .then('AskWithdrawn', { ask: 'A1', step: 'E1' });
  });

  it('may be done by the director in place of the asker', () => {
    spec('withdraw-ask')
      .given(E1, asked)
      .when({ ask: 'A1' })
      .then('AskWithdrawn', { ask: 'A1', step: 'E1' }, { onBehalfOf: 'corporatie' });
  });

  it('is by the new owner when the step changes hands', () => {
    const history = spec('withdraw-ask').given(E1, asked, offered, accepted);
    history.when({ by: 'zorgaanbieder', ask: 'A1' }).then('AskWithdrawn', { ask: 'A1', step: 'E1' });
    history.when({ by: 'corporatie', ask: 'A1' }).thenRejected('not-the-asker', { partner: 'zorgaanbieder' });
    expect(stateOf(casusAfter(E1, asked, offered, accepted)).asks.get('A1')).toMatchObject({
      from: 'corporatie',
      life: 'open',
    });
  });
});
