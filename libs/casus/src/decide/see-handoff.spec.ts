import { casusAfter, spec, step, when, type Brief } from '#casus/specification';

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

describe('see-handoff', () => {
  it('tells not read from not decided', () => {
    spec('see-handoff')
      .given(E1, offered)
      .when({ by: 'welzijn', handoff: 'H1' })
      .then('HandoffSeen', { handoff: 'H1', step: 'E1' });
  });

  it('happens once', () => {
    const history = casusAfter(E1, offered, seen);
    when(history, seen).thenRejected('already-seen', { handoff: 'H1', seenAt: history.facts.at(-1)?.occurredAt });
  });

  it('may be recorded by the sender as told', () => {
    const toldBy = { name: 'Balie', channel: 'phone' };
    spec('see-handoff')
      .given(E1, offered)
      .when({ by: 'corporatie', handoff: 'H1', toldBy })
      .then('HandoffSeen', { handoff: 'H1', step: 'E1', toldBy });
  });
});
