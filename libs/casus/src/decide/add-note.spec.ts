import { spec, step } from '#casus/specification';

const note = { text: 'Eva belde.', audience: 'all' };

describe('add-note', () => {
  it('adds a note, perhaps about a step', () => {
    spec('add-note')
      .given()
      .when({ by: 'welzijn', ...note })
      .then('NoteAdded', note);
    spec('add-note')
      .given(step('E1', 'corporatie'))
      .when({ by: 'welzijn', ...note, audience: 'corporatie', step: 'E1' })
      .then('NoteAdded', { ...note, audience: 'corporatie', step: 'E1' });
  });

  it('is about a step of this casus', () => {
    spec('add-note')
      .given()
      .when({ ...note, step: 'E1' })
      .thenRejected('step-unknown', { step: 'E1' });
  });

  it('is possible in a closed casus, and about a step that has ended', () => {
    spec('add-note')
      .given(
        step('E1', 'corporatie'),
        { do: 'cancel-step', step: 'E1', reason: 'x' },
        { do: 'close-casus', outcome: 'other', reason: 'x' },
      )
      .when({ ...note, step: 'E1' })
      .then('NoteAdded', { ...note, step: 'E1' });
  });
});
