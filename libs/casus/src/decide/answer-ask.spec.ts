import { spec, step, type Brief } from '#casus/specification';

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
describe('answer-ask', () => {
  it('answers', () => {
    spec('answer-ask')
      .given(E1, asked)
      .when({ by: 'welzijn', ask: 'A1', answer: 'Ja' })
      .then('AskAnswered', { ask: 'A1', step: 'E1', answer: 'Ja' });
  });

  it.each(['corporatie', 'sociaal-team'])('may be recorded by %s as told', (by) => {
    const told = { ask: 'A1', answer: 'Ja', toldBy: { name: 'Balie', channel: 'phone' } };
    spec('answer-ask')
      .given(E1, asked)
      .when({ by, ...told })
      .then('AskAnswered', { ...told, step: 'E1' });
  });

  it('is told to the owner of now', () => {
    const told = { ask: 'A1', answer: 'Ja', toldBy: { name: 'Balie', channel: 'phone' } };
    const history = spec('answer-ask').given(E1, asked, offered, accepted);
    history.when({ by: 'zorgaanbieder', ...told }).thenAccepted();
    history.when({ by: 'corporatie', ...told }).thenRejected('not-the-partner-asked', { partner: 'welzijn' });
  });
});
