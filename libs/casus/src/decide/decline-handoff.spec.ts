import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';
import { REFUSAL_REASONS } from '#casus/vocabulary';

const E1 = step('E1', 'corporatie');
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
};
const decline = { by: 'welzijn', handoff: 'H1' };
const declined = { handoff: 'H1', step: 'E1', from: 'corporatie', to: 'welzijn' };

describe('decline-handoff', () => {
  it.each(REFUSAL_REASONS)('says why: %s', (reason) => {
    spec('decline-handoff')
      .given(E1, offered)
      .when({ ...decline, reason, note: 'zie brief' })
      .then('HandoffDeclined', { ...declined, reason, note: 'zie brief' });
  });

  it('may name the right desk', () => {
    const wrongDesk = { reason: 'wrong-desk', rightDesk: 'gemeente-wmo' } as const;
    spec('decline-handoff')
      .given(E1, offered)
      .when({ ...decline, ...wrongDesk })
      .then('HandoffDeclined', { ...declined, ...wrongDesk });
    spec('decline-handoff')
      .given(E1, offered)
      .when({ ...decline, reason: 'at-capacity', rightDesk: 'gemeente-wmo' })
      .thenRejected('right-desk-out-of-place', { reason: 'at-capacity' });
  });

  it('needs a note with the reason other', () => {
    spec('decline-handoff')
      .given(E1, offered)
      .when({ ...decline, reason: 'other' })
      .thenRejected('note-required', {});
    spec('decline-handoff')
      .given(E1, offered)
      .when({ ...decline, reason: 'other', note: '' })
      .thenRejected('note-required', {});
  });

  it('may be recorded by the director as told', () => {
    const toldBy = { name: 'Balie', channel: 'phone' };
    spec('decline-handoff')
      .given(E1, offered)
      .when({ handoff: 'H1', reason: 'at-capacity', toldBy })
      .then('HandoffDeclined', { ...declined, reason: 'at-capacity', toldBy });
  });

  it('leaves the step with its sender', () => {
    const casus = stateOf(casusAfter(E1, offered, { do: 'decline-handoff', ...decline, reason: 'at-capacity' }));
    expect(casus.steps.get('E1')).toMatchObject({ owner: 'corporatie', ownership: 0, rerouting: true });
  });
});
