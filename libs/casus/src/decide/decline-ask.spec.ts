import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const asked: Brief = { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'welzijn', what: 'Kan het?' };
describe('decline-ask', () => {
  it('says why not', () => {
    const fields = { ask: 'A1', reason: 'wrong-desk', note: 'bij Wmo' } as const;
    spec('decline-ask')
      .given(E1, asked)
      .when({ by: 'welzijn', ...fields })
      .then('AskDeclined', { ...fields, step: 'E1' });
  });

  it('needs a note with the reason other', () => {
    spec('decline-ask')
      .given(E1, asked)
      .when({ by: 'welzijn', ask: 'A1', reason: 'other' })
      .thenRejected('note-required', {});
  });

  it('may be recorded by the asker as told', () => {
    const told = { ask: 'A1', reason: 'at-capacity', toldBy: { name: 'Balie', channel: 'phone' } } as const;
    spec('decline-ask')
      .given(E1, asked)
      .when({ by: 'corporatie', ...told })
      .then('AskDeclined', { ...told, step: 'E1' });
  });
});
