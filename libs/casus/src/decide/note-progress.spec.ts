import { spec, step } from '#casus/specification';

describe('note-progress', () => {
  const note = { step: 'E1', text: 'Hospita gevonden.' };

  it('is for any partner that takes part', () => {
    spec('note-progress')
      .given(step('E1', 'corporatie'))
      .when({ by: 'welzijn', ...note })
      .then('ProgressNoted', note);
  });

  it('is about a step', () => {
    spec('note-progress')
      .given()
      .when({ by: 'welzijn', ...note })
      .thenRejected('step-unknown', { step: 'E1' });
  });
});
